// Low light in the sky: a warm glow over the horizon and streaks of cirrus that converge there, lit from below.
uniform float t, opacity, x, height, streaks, spread;
uniform vec3 low, high;
vec4 paint(vec2 p) {
    float y = p.y - HORIZON;
    float v = max(y, 0.) / max(1. - HORIZON, .2), d = p.x - x;
    float lobe = .30 + .70 * exp(-d * d / (spread * spread));
    vec3 c = low * (exp(-v * 8.5 / height) * lobe + .5 * exp(-(v * v * 9. + d * d * .9) / height));
    c += high * exp(-v * 3.0 / height) * (.35 + .65 * lobe);
    vec2 s = vec2(d + .9, 1.) / (v + .20);
    vec2 q = vec2(s.x * .50 + s.y * .28 - .008 * t, s.y * 1.5 - s.x * .22);
    float n = fbm(q * vec2(.55, 1.5) + .6 * fbm3(q * .7));
    float f = smoothstep(.46, .80, n) * smoothstep(.0, .10, v) * exp(-v * 1.5);
    vec3 lit = mix(high * 2.2, low * 1.25, exp(-v * 3.2) * lobe);
    c += lit * f * streaks * (.35 + .65 * lobe);
    c *= smoothstep(-.02, .02, y);
    return vec4(c * opacity, f * streaks * .30 * opacity * smoothstep(-.02, .02, y));
}

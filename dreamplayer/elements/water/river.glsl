// A river winding away: the sky in it, threads of light that slide with the current, dark soft banks.
uniform float t, opacity, x, half_width, bend, phase, glint;
uniform vec3 tint;
float middle(float z) { return x + bend * (sin(z * .17 + phase) * (.35 + .05 * min(z, 30.)) + .35 * sin(z * .43 + phase * 2.)); }
vec4 paint(vec2 p) {
    float below = max(HORIZON - p.y, .0015);
    float z = FOCAL * EYE / below;
    float wx = p.x * z / FOCAL + camera.w, half_ = half_width * (1. + .25 * sin(z * .29 + phase) + .10 * sin(z * .9));
    float u = (wx - middle(z)) / half_;
    u += .10 * (fbm3(vec2(wx, z) * 1.1) - .45);
    float a = smoothstep(1.03, .95, abs(u));
    float flow = z * .9 + t * .32;
    float n = fbm(vec2(u * 2.1, flow * .55)), thread = pow(max(1. - abs(2. * fbm(vec2(u * 3.4 + n, flow * .30)) - 1.), 0.), 14.);
    float up = below * (1. + .35 * (n - .5));
    float v = up / max(1. - HORIZON, .2);
    vec3 sky = mix(horizon.rgb, zenith.rgb, pow(clamp(v, 0., 1.), .52));
    float dx = p.x - light_from.x + .05 * (n - .5);
    sky += glow.rgb * (exp(-v * 7.) * (.34 + .66 * exp(-dx * dx * .55)) + .35 * exp(-v * 2.) * exp(-dx * dx));
    vec3 c = sky * (.80 + .30 * n) + tint * (.16 + .15 * thread);
    c += (glow.rgb * 1.1 + key.rgb * .05) * thread * glint * .45 * (1. - .5 * abs(u));
    float bank = exp(-pow((abs(u) - 1.) / .10, 2.));
    float dark = .75 * smoothstep(1.35, 1.0, abs(u));
    c = mix(c, haze(p.x), .6 * fog(z));
    vec3 edge = (glow.rgb * .5 + key.rgb * .02) * bank * .5 * step(abs(u), 1.05);
    float cover = max(a, dark * .6) * opacity;
    return vec4((c * a + edge * a) * opacity, cover);
}

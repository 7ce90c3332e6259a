// A ceiling of storm cloud that rolls slowly away from the eye, darker than the sky; light sleeps inside it.
uniform float t, opacity, seed, base, inner_x, inner_y, inner;
uniform vec3 lit;
vec4 paint(vec2 p) {
    float v = (p.y - HORIZON) / max(1. - HORIZON, .2);
    vec2 s = vec2(p.x, 1.) / (max(v, 0.) + .26);
    vec2 q = vec2(s.x * .75 + seed, s.y * 1.25 + t * .010);
    float w = fbm3(q * .8 + .01 * t);
    float n = fbm(q + 1.4 * w), up = fbm(q + 1.4 * w + vec2(.03, -.14));
    float edge = v - base + .22 * (n - .5) + .10 * sin(p.x * 1.3 + seed);
    float a = smoothstep(-.10, .16, edge) * (.55 + .45 * smoothstep(.3, .6, n));
    float relief = clamp((n - up) * 3.2 + .38, 0., 1.);
    vec3 c = mix(zenith.rgb * .6, horizon.rgb * 1.4 + vec3(.006, .006, .009), relief * relief);
    c += glow.rgb * .55 * relief * exp(-max(v - base, 0.) * 7.) * exp(-pow(p.x - light_from.x, 2.) * .8);
    vec2 d = (p - vec2(inner_x, inner_y)) * vec2(.9, 1.7);
    float cell = exp(-dot(d, d) * 3.2);
    c += lit * inner * cell * (.15 + 1.2 * pow(relief, 1.6));
    return vec4(c * a * opacity, a * opacity * .96);
}

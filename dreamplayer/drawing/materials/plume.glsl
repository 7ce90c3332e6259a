// Smoke: a soft column that climbs, widens and leans with the air, lit from below where there is fire.
uniform float t, opacity, x, y, tall, wide, seed, lean, ember;
uniform vec3 tint;
vec4 paint(vec2 p) {
    vec2 q = (p - vec2(x, y)) / tall;
    float up = clamp(q.y, 0., 1.);
    float drift = lean * up * up + .22 * up * (fbm3(vec2(up * 1.7 - t * .10, seed)) - .44);
    float w = wide * (.10 + .75 * pow(up, .8));
    float u = (q.x - drift) / w;
    vec2 s = vec2(u * .8 + seed, q.y * 2.6 / (.45 + .8 * up) - t * .16);
    float n = fbm(s + 1.2 * (fbm3(s * .9 + vec2(0., -.05 * t)) - .45));
    float n2 = fbm(s + vec2(.10, .16) + 1.2 * (fbm3(s * .9 + vec2(.1, .1)) - .45));
    float body = exp(-u * u * 1.5) - (1. - n) * (.55 + .35 * up);
    float a = smoothstep(.0, .42, body) * smoothstep(-.02, .06, q.y) * smoothstep(1., .55, up) * .62;
    float relief = clamp(.5 + (n - n2) * 3., 0., 1.);
    vec3 c = tint * (.25 + .9 * relief) + haze(p.x) * .35;
    c += key.rgb * ember * exp(-up * 7.) * (.3 + .7 * relief);
    return vec4(c * a * opacity, a * opacity);
}

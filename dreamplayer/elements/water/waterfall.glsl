// Falling water: a veil of sliding threads between two points, breaking into mist at its foot.
uniform float t, opacity, x, top, foot, wide, seed;
uniform vec3 tint;
vec4 paint(vec2 p) {
    float tall = top - foot, v = (top - p.y) / tall;
    float spread = wide * (.62 + .38 * pow(clamp(v, 0., 1.), .6));
    float u = (p.x - x) / spread + .05 * (fbm3(vec2(v * 3., seed)) - .45);
    float fall = pow(max(v, 0.), .62) * 3.2 - t * .20;
    float threads = fbm(vec2(u * 9. + seed, fall * .9));
    float fine = fbm3(vec2(u * 26. + seed * 3., fall * 1.8));
    float a = smoothstep(1., .72, abs(u) + .25 * (threads - .5)) * smoothstep(-.02, .03, v) * smoothstep(1.04, .96, v);
    float light = .20 + 1.1 * pow(threads, 1.6) * (.45 + .9 * fine);
    vec3 c = tint * light * (.55 + .45 * v);
    c += glow.rgb * light * .9;
    float mist = exp(-pow((v - 1.0) / .12, 2.)) * exp(-u * u * .32) * (.5 + .8 * fbm3(vec2(p.x * 5. - .06 * t, p.y * 6. + .1 * t)));
    float cover = clamp(a * (.45 + .55 * light), 0., 1.);
    vec3 fog_ = tint * .55 + glow.rgb * .8;
    float m = clamp(mist * .7, 0., .8);
    return vec4((c * cover * (1. - m) + fog_ * m) * opacity, (cover + m * (1. - cover)) * opacity * .96);
}

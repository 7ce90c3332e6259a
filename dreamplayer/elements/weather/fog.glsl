// Silk fog: folded noise drifting in a band, thin above, drawn apart where it parts.
uniform float t, opacity, level, rise, seed, gap, gap_x, silk;
uniform vec3 tint;
vec4 paint(vec2 p) {
    float y = (p.y - HORIZON - level) / rise;
    vec2 q = vec2(p.x * .75 + seed * 3.7 - t * .012, p.y * 1.9 + seed * 1.3);
    vec2 w = vec2(fbm3(q + vec2(.011 * t, 0.)), fbm3(q * 1.1 + vec2(4.2, -.009 * t))) - .45;
    float n = fbm(q * 1.25 + 1.5 * w);
    float fold = pow(max(1. - abs(2. * n - 1.), 0.), 4.);
    float band = exp(-y * y * (y > 0. ? 1. : .45));
    float open = 1. - smoothstep(1.0, .25, abs(p.x - gap_x) / (.25 + 1.5 * gap) + .25 * (n - .5)) * gap;
    float edge = .34 + .30 * n;
    float a = clamp(band * (edge + silk * .42 * fold + .5 * (n - .42)), 0., .92) * opacity * open;
    vec3 lit = tint * (.65 + .9 * n + silk * .9 * fold) + haze(p.x) * .45;
    lit += glow.rgb * gap * .45 * exp(-pow((p.x - gap_x) / .8, 2.)) * band;
    return vec4(lit * a, a);
}

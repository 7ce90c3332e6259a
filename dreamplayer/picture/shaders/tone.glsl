// From scene light to display light: exposure, vignette, a hue-keeping filmic curve, warmth of the hour.
uniform sampler2D scene_is, bloom_is;
uniform vec4 grade_a;   // exposure, warmth, bloom, vignette
uniform float caption_shade;
vec3 display(vec3 c, vec2 uv) {
    c = clamp(c, 0., 48.);
    vec2 d = (uv - vec2(.5, .47)) * vec2(1.1, 1.);
    c *= (1. - grade_a.w * smoothstep(0., .78, dot(d, d))) * grade_a.x;
    c *= 1. - caption_shade * .55 * smoothstep(.27, .05, uv.y);
    vec3 x = c * 1.05;
    vec3 f = (x * (2.51 * x + .03)) / (x * (2.43 * x + .59) + .14);
    float m = max(x.r, max(x.g, x.b)) + 1e-5, t = (m * (2.51 * m + .03)) / (m * (2.43 * m + .59) + .14);
    c = mix(f, x / m * t, .42);
    return clamp(c * mix(vec3(1., .985, .955), vec3(1., .70, .38), grade_a.y), 0., 1.);
}

// Darkness that turns slowly: the sky is taken back, faint folds wind towards a middle.
uniform float t, opacity, x, y, open;
vec4 paint(vec2 p) {
    vec2 d = (p - vec2(x, y)) * vec2(.8, 1.15);
    float r = length(d) + 1e-3, turn = 1.5 / (r + .35) - t * .05;
    float c = cos(turn), s = sin(turn);
    vec2 q = mat2(c, -s, s, c) * d;
    float n = fbm(q * 1.9 + .8 * fbm3(q * 1.1 - .02 * t));
    float fold = pow(max(1. - abs(2. * n - 1.), 0.), 5.);
    float well = exp(-r * r * 2.4);
    vec3 light = (zenith.rgb * 2.6 + vec3(.004, .003, .008)) * fold * (1. - well) * exp(-r * .8);
    light += key.rgb * .020 * fold * exp(-pow((r - .42 - .2 * open) / .16, 2.));
    float a = (.55 + .38 * well) * opacity * smoothstep(1.9, .9, r * .75);
    return vec4(light * opacity, a);
}

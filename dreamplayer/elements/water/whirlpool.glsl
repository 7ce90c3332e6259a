// Water that turns: spiral threads on the surface winding into a dark, quiet middle.
uniform float t, opacity, x, z, reach, pull;
uniform vec3 tint;
vec4 paint(vec2 p) {
    float below = max(HORIZON - p.y, .002);
    float gz = FOCAL * EYE / below;
    vec2 d = (vec2(p.x * gz / FOCAL + camera.w, gz) - vec2(x, z)) / reach;
    float r = length(d) + 1e-3;
    float turn = 2.6 * log(r + .05) + t * (.10 + .05 * pull);
    float c0 = cos(turn), s0 = sin(turn);
    vec2 q = mat2(c0, -s0, s0, c0) * d / r;
    float n = fbm(q * 1.8 + vec2(r * 2.0 + .03 * t, 0.)), n2 = fbm(q * 4.2 + vec2(r * 3.5 + .05 * t, 7.));
    float thread = pow(max(1. - abs(2. * n - 1.), 0.), 6.) + .6 * pow(max(1. - abs(2. * n2 - 1.), 0.), 8.);
    float rim_ = smoothstep(1.05, .55, r), well = exp(-r * r * 26.);
    vec3 c = (tint + glow.rgb * 1.5) * thread * rim_ * (1. - well) * (.35 + .9 * exp(-r * 1.6));
    c += glow.rgb * .25 * exp(-pow((r - .16) / .05, 2.)) * (.4 + n);
    float a = rim_ * (.35 + .60 * well);
    return vec4(c * opacity, a * opacity);
}

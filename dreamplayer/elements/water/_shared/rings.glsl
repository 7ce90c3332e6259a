// Rings on water about one spot: each is born, widens, thins and dies; brighter where it faces the light.
uniform float t, opacity, x, z, reach, period, first;
uniform vec3 tint;
vec4 paint(vec2 p) {
    float below = max(HORIZON - p.y, .002);
    float gz = FOCAL * EYE / below;
    vec2 d = vec2(p.x * gz / FOCAL + camera.w - x, gz - z);
    float r = length(d) + 1e-3;
    vec2 dir = d / r;
    float uneven = .35 + 1.1 * fbm3(dir * 1.6 + vec2(.05 * t, 3.)), light = 0.;
    for (int i = 0; i < 5; i++) {
        float age = mod(t / period + float(i) / 5., 1.);
        float life = t - age * period * 1. < 0. ? 0. : 1.;
        float R = reach * pow(age, .8), w = .025 + .055 * age;
        float ring = exp(-pow((r - R) / w, 2.)) - .45 * exp(-pow((r - R + w * 1.6) / w, 2.));
        float inner = .45 * exp(-pow((r - R * .72) / (w * .8), 2.));
        light += (ring + inner) * smoothstep(0., .08, age) * pow(1. - age, 1.6) * life;
    }
    light += first * .5 * exp(-r * r * 60.);
    float side = .55 + .45 * dir.y * sign(z) * -1.;
    float near = smoothstep(.004, .05, below);
    vec3 c = (tint + glow.rgb * 1.6) * max(light, 0.) * uneven * (.45 + .55 * side);
    float shade = clamp(-light, 0., 1.) * .35;
    return vec4(c * opacity * near, shade * opacity * near);
}

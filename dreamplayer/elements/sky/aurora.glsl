// Northern lights: three hanging curtains whose folds travel; green low, rose above.
uniform float t, opacity, seed;
uniform vec3 low, high;
vec4 paint(vec2 p) {
    float v = (p.y - HORIZON) / max(1. - HORIZON, .2);
    vec3 c = vec3(0.);
    for (int i = 0; i < 3; i++) {
        float k = float(i) + seed;
        float x = p.x * (.75 + .18 * float(i)) + k * 2.7;
        float w = fbm3(vec2(x * .55 + .010 * t, k)) * 2. - 1.;
        float foot = .20 + .13 * float(i) + .20 * w + .05 * sin(x * 1.7 - t * .06);
        float h = v - foot;
        float ray = fbm3(vec2(x * 7. + 3.2 * w + .05 * t, .3 * h + .03 * t + k));
        float fine = .45 + .75 * ray * ray * 2.;
        float tall = .22 + .24 * fbm3(vec2(x * .9 - .02 * t, k + 5.));
        float up = exp(-max(h, 0.) / tall) * smoothstep(-.035, .035, h);
        float patch_ = smoothstep(.25, .65, fbm3(vec2(x * .5 - .014 * t, 9. + k)));
        vec3 hue = mix(low, high, clamp(h / (tall * 1.5), 0., 1.));
        c += hue * up * fine * patch_ * (.85 - .18 * float(i));
    }
    return vec4(c * opacity * smoothstep(.0, .15, v), 0.);
}

// A cleft in the ground that runs away from the eye: walls one looks down, a warm light far below, fine cracks beside it.
uniform float t, opacity, x, z, width, span, glowing, seed, run;
uniform vec3 inner;
float middle(float q) { return x + .55 * (fbm3(vec2(q * .45 + seed, seed)) - .45) * 2.2 + .22 * (fbm3(vec2(q * 1.9, seed + 4.)) - .45) + run * (q - z) ; }
float half_(float q) {
    float u = (q - z) / span;
    return width * max(0., 1. - u * u) * (.55 + .9 * fbm3(vec2(q * .9 + 7., seed))) - .02;
}
vec4 paint(vec2 p) {
    float dy = min((p.y - HORIZON) / FOCAL, -.002), dx = p.x / FOCAL;
    float gz = -EYE / dy, gx = camera.w + gz * dx;
    float off = abs(gx - middle(gz)) - half_(gz);
    float deep = 2.6, hit = 1., inside = 0.;
    for (int i = 1; i <= 7; i++) {
        float d = deep * float(i) / 7.;
        float q = -(EYE + d) / dy, wx = camera.w + q * dx;
        float w = half_(q) * (1. - .30 * d / deep);
        if (inside < .5 && abs(wx - middle(q)) > w) { hit = float(i) / 7.; inside = 1.; }
    }
    float in_ = smoothstep(.015, -.015, off);
    float q1 = -(EYE + hit * deep) / dy;
    float rough = fbm3(vec2(gx * 3. + hit * 2., hit * 9. + gz));
    float strata = .5 + .6 * fbm3(vec2(gz * .9, hit * 11.));
    float breath = .85 + .15 * sin(t * .5 + gz * .3);
    vec3 wall = ground.rgb * 1.6 * strata * (1. - hit) + inner * glowing * breath * (.02 + .42 * hit * hit) * (.2 + .9 * rough);
    vec3 below = inner * glowing * breath * (.28 + .35 * fbm3(vec2(gz * .8 + .05 * t, gx)));
    vec3 c = mix(below, wall, inside);
    float lip = exp(-pow(off / (.018 + .004 * gz), 2.));
    float n = abs(fbm(vec2(gx * .9, gz * .6) + 1.1 * fbm3(vec2(gx, gz) * 1.3) + seed) - .5);
    float vein = exp(-n / .006) * exp(-max(off, 0.) * 1.9) * step(0., off) * smoothstep(0., .3, width);
    float spill = exp(-max(off, 0.) * 2.4) * smoothstep(1.35, .5, abs(gz - z) / span);
    vec3 add = inner * glowing * (lip * .22 * (.2 + rough) + vein * .20 + spill * .035);
    float far = fog(gz);
    vec3 col = c * in_ + add * (1. - in_ * .7);
    return vec4(mix(col, haze(p.x) * in_, .55 * far) * opacity, max(in_, vein * .3) * opacity);
}

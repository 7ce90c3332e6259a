// Swells of the open sea: dark backs and lit faces that come nearer, foam where they break at a shore.
uniform float t, opacity, swell, shore;
vec4 paint(vec2 p) {
    float below = max(HORIZON - p.y, .0015);
    float z = FOCAL * EYE / below, wx = p.x * z / FOCAL + camera.w;
    float far = 1. / (1. + z * .012);
    vec2 w = vec2(wx, z);
    float warp = 2.2 * fbm3(w * vec2(.07, .11)) + .5 * fbm3(w * .35 + .02 * t);
    float ph = z * .85 + warp * 3. + t * .42;
    float wave = sin(ph) + .45 * sin(ph * 2.07 + 1.3 + wx * .25) + .25 * sin(ph * 3.9 + wx * .6 - .2 * t);
    float face = smoothstep(.35, 1.45, wave) * far, back = smoothstep(-.2, -1.3, wave) * far;
    float dx = p.x - light_from.x;
    vec3 c = (glow.rgb * (.55 + .9 * exp(-dx * dx * 2.2)) + rim.rgb * .035) * face * swell * .6;
    float foam = smoothstep(1.15, 1.6, wave + .5 * (fbm3(w * vec2(1.3, 2.6)) - .5)) * exp(-z * .05);
    c += (vec3(.10, .085, .085) + glow.rgb) * foam * swell * .55;
    float a = back * .35 * swell;
    if (shore > .01) {
        float line = shore + .55 * sin(t * .24) + .8 * (fbm3(vec2(wx * .35, .05 * t)) - .45);
        float d = z - line;
        float wash = smoothstep(-.05, .12, d), edge = exp(-pow(d / .10, 2.)) + .5 * exp(-pow((d - .45) / .2, 2.)) * fbm(w * 3.);
        c = c * wash + (vec3(.16, .135, .125) + glow.rgb * 1.1) * edge * (.4 + .8 * fbm(w * 5.));
        c += (horizon.rgb * .8 + glow.rgb * .18) * wash * .8;
        a = max(a * wash, wash * .82);
    }
    c = mix(c, haze(p.x) * a, .6 * fog(z));
    return vec4(c * opacity, a * opacity);
}

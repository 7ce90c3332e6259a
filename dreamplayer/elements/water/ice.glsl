// Ice on still water: pale fractures at different depths, frost in patches, dark clear windows between.
uniform float t, opacity, melt, crack, seed;
uniform vec3 tint;
// Distance to the nearest border of cells that lie askew: straight fractures that meet at corners.
float border(vec2 w) {
    vec2 c = floor(w), f = fract(w);
    float d1 = 9., d2 = 9.;
    for (int j = -1; j <= 1; j++) for (int i = -1; i <= 1; i++) {
        vec2 g = vec2(float(i), float(j)), k = c + g;
        vec2 v = g + vec2(hash(k), hash(k + 17.3)) * .84 + .08 - f;
        float d = dot(v, v);
        if (d < d1) { d2 = d1; d1 = d; } else if (d < d2) d2 = d;
    }
    return sqrt(d2) - sqrt(d1);
}
float lines(vec2 w, float thin) { return exp(-border(w + .22 * (vec2(noise(w * 3.), noise(w * 3. + 9.)) - .5)) / thin); }
vec4 paint(vec2 p) {
    float dy = min((p.y - HORIZON) / FOCAL, -.0015);
    float gz = -EYE / dy;
    vec2 w = vec2(camera.w + gz * p.x / FOCAL, gz), deep = w * (1. + .10 * EYE / max(gz, 1.));
    float far = 1. / (1. + gz * .05);
    float frost = .75 * smoothstep(.48, .80, fbm(w * vec2(.55, .40) + seed)), grain = .4 + .9 * fbm3(w * vec2(7., 5.));
    float crackle = lines(w * .33 + seed, .008 + .008 * crack) + .50 * lines(deep * .75 + seed + 4., .012);
    crackle *= .45 + 1.2 * crack;
    float up = (HORIZON - p.y) / max(1. - HORIZON, .2);
    float d = p.x - light_from.x;
    vec3 sheen = mix(horizon.rgb, zenith.rgb, clamp(up, 0., 1.)) * .9 + glow.rgb * (.7 * exp(-up * 6.) + .25 * exp(-up * 1.6)) * exp(-d * d * .8);
    float keep = 1. - smoothstep(.25, .75, melt + .4 * (fbm3(w * .6 + seed) - .45));
    vec3 c = tint * (.06 + .36 * frost * grain) + sheen * (.8 + .5 * frost);
    c += (tint * .9 + glow.rgb * .8) * crackle * far;
    float a = clamp(.55 + .35 * frost + .25 * crackle, 0., .95) * keep;
    c = mix(c, haze(p.x), .6 * fog(gz));
    return vec4(c * a * opacity, a * opacity);
}

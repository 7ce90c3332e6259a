// A body of still water lying in the ground: it gives back the colours of the sky, broken by slow ripples.
uniform float t, opacity, x, z, rx, rz, swell, seed;
uniform vec3 tint;
vec4 paint(vec2 p) {
    float below = max(HORIZON - p.y, .0015);
    float gz = FOCAL * EYE / below;
    vec2 w = vec2(p.x * gz / FOCAL + camera.w, gz), d = (w - vec2(x, z)) / vec2(rx, rz);
    float shore = 1. - length(d) + .22 * (fbm3(w * (1.2 / rx) + seed) - .45);
    float a = smoothstep(.0, .05, shore);
    float k = min(gz, 90.), calm = 1. / (1. + gz * .04);
    float wave = sin(k * 3.1 + t * .5 + .7 * sin(w.x * .4 + t * .2)) + .6 * sin(k * 7.1 - t * .7 + w.x * 1.3) + .5 * (fbm3(w * 1.3 + .05 * t) - .45) * 4.;
    float up = below * (1. + .10 * wave * calm) / max(1. - HORIZON, .2);
    vec3 sky = mix(horizon.rgb, zenith.rgb, pow(clamp(up, 0., 1.), .52));
    float dx = p.x + .02 * wave - light_from.x;
    sky += glow.rgb * (exp(-up * 7.) * (.34 + .66 * exp(-dx * dx * .55)) + .35 * exp(-up * 2.) * exp(-dx * dx * 1.2));
    vec3 c = sky * mix(.9, .5, sqrt(clamp(below, 0., 1.))) + tint * .05;
    float crest = smoothstep(.55, .95, fbm3(vec2(w.x * .5, gz * 1.4 - t * .35 * swell) + seed)) * swell;
    c += (glow.rgb * .8 + rim.rgb * .06) * crest * calm * 2.;
    c += (glow.rgb * .6 + rim.rgb * .03) * exp(-pow(shore / .035, 2.)) * .6;
    c = mix(c, haze(p.x), .55 * fog(gz));
    return vec4(c * a * opacity, a * opacity);
}

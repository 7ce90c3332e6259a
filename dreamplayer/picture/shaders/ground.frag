// What one stands on: still water and glass mirror the world truly; the others take the lamps' light.
in vec2 p;
in vec2 uv;
out vec4 o;
uniform sampler2D mirror;
// One program a kind (software GL would walk through every branch): 0 water 1 glass 2 floor 3 wood 4 meadow
// 5 soil 6 sand 7 snow 8 street 9 cloud 10 void.
uniform float share;  // 0..1, while one ground gives way to another

vec3 reflected(vec2 at, float blur, float steps) {
    vec3 s = vec3(0.);
    uint seed = uint(gl_FragCoord.x) * 1973u + uint(gl_FragCoord.y) * 9277u;
    float j = chance(seed) - .5;
    int n = int(steps);
    for (int i = 0; i < 9; i++) {
        if (i >= n) break;
        float k = (float(i) + .5 + j) / steps * 2. - 1.;
        s += texture(mirror, at + vec2(0., k * blur)).rgb;
    }
    return s / steps;
}
vec3 lamplight(vec3 at) {
    vec3 c = vec3(0.);
    int lamps = int(light_from.z);
    for (int i = 0; i < 8; i++) {
        if (i >= lamps) break;
        vec3 d = lamp_at[i].xyz - at;
        float r = lamp_at[i].w;
        c += lamp_colour[i].rgb * (.25 + d.y * inversesqrt(dot(d, d) + .05)) / (1. + dot(d, d) / (r * r) * 2.2);
    }
    return max(c, 0.);
}
void main() {
    float below = HORIZON - p.y;
    below = max(below, 1e-4);   // the patch ends at the horizon; a discard before loops stalls some software GL
    float z = FOCAL * EYE / max(below, .0006), reach = clamp(below / max(1. + HORIZON, .1), 0., 1.);
    vec2 w = vec2((p.x - SHIFT) * z / FOCAL + camera.w, z);
    vec3 far = haze(p.x), c;
    float mist = 1. - exp(-air.a * max(z - 1.5, 0.));
    vec3 sky_light = horizon.rgb * 1.1 + zenith.rgb * 1.1 + glow.rgb * .13 * (.4 + .6 * exp(-reach * 3.));
#if KIND != 0 && KIND != 1 && KIND != 9 && KIND != 10
    vec3 lamp = lamplight(vec3(w.x, 0., z));
#endif
#if KIND == 0
    // Long slow swell and short ripples, squeezed by distance; bright things break into lying strokes.
    float k = 1. / (reach + .045), far_calm = 1. / (1. + z * .02);
    float r = sin(k * 8.3 + CLOCK * .60 + .8 * sin(w.x * .21 + CLOCK * .11)) + .8 * sin(k * 17.1 - CLOCK * .85 + p.x * 6.)
            + .6 * sin(k * 33. + p.x * 13. + CLOCK * 1.15);
    float amp = .0030 + .0085 * reach;
    vec2 q = uv + vec2(.28 * amp * sin(k * 11. + p.x * 9. + CLOCK * .5), amp * r * .75);
    q.y = min(q.y, HORIZON * .5 + .5 - .002);
    vec3 m = reflected(q, .006 + .030 * reach, light_from.w > .5 ? 7. : 4.);
    float fresnel = mix(.84, .42, sqrt(reach));
    c = m * fresnel * vec3(.95, .96, 1.02) * (1. + .16 * r * far_calm) + ground.rgb * .30 * reach + far * .10 * exp(-reach * 22.);
    mist *= .55;
#elif KIND == 1
    vec2 q = uv + .004 * reach * (vec2(fbm3(w * .8), fbm3(w * .8 + 9.)) - .45);
    vec3 m = reflected(q, .006 + .05 * reach, light_from.w > .5 ? 9. : 5.);
    c = m * mix(.62, .30, reach) + ground.rgb * .45 + sky_light * .04;
    c += rim.rgb * .014 * smoothstep(.62, .78, fbm(w * .35 + 3.)) * (1. - reach * .5);
    mist *= .6;
#elif KIND == 2
    vec2 tile = w * .62, id = floor(tile), f = abs(fract(tile) - .5);
    float grout = smoothstep(.5, .5 - .012 - .0025 * z, max(f.x, f.y));
    float vein = exp(-18. * abs(fbm(w * .7 + id * 3.1) - .5));
    vec3 stone = ground.rgb * (.75 + .5 * hash(id)) * (.8 + .5 * vein);
    vec2 q = uv + .003 * (vec2(fbm3(w * 1.7)) - .45);
    vec3 m = reflected(q, .006 + .05 * reach, light_from.w > .5 ? 7. : 4.);
    c = (stone * (sky_light * 5. + lamp * 1.1) * 9. + m * mix(.42, .16, reach)) * mix(.45, 1., grout);
    mist *= .8;
#elif KIND == 3
    float board = floor(w.x * 5.), seam = smoothstep(0., .05 + .01 * z, abs(fract(w.x * 5.) - .5) * -1. + .5);
    float grain = fbm3(vec2(w.x * 22. + board * 7., w.y * .9 + hash(vec2(board, 2.)) * 30.));
    vec3 plank = ground.rgb * vec3(1.25, .95, .75) * (.55 + .8 * grain) * (.75 + .5 * hash(vec2(board, 5.)));
    vec3 m = reflected(uv + .002 * grain, .03 + .05 * reach, 4.);
    c = (plank * (sky_light * 5. + lamp * 1.3) * 11. + m * .10) * (.45 + .55 * seam);
#elif KIND == 4
    float n = fbm(w * vec2(.16, .10)), tuft = fbm3(w * vec2(1.9, .55) + n * 3.);
    vec3 turf = mix(ground.rgb, ground.rgb * vec3(.75, 1.35, .7), .7) * (.35 + 1.1 * tuft) * (.5 + n);
    c = turf * (sky_light * 5. + lamp * 1.0) * 8.;
#elif KIND == 5
    float n = fbm(w * .55), clod = fbm(w * 2.3 + n * 2.);
    c = ground.rgb * vec3(1.15, .95, .80) * (.25 + 1.3 * clod * n * 2.) * (sky_light * 5. + lamp * 1.1) * 8.;
#elif KIND == 6
    float dune = fbm(w * vec2(.05, .11)), ripple = sin((w.y * 2.2 + w.x * .5 + 5. * fbm3(w * .35)) * 3.) * exp(-z * .05);
    c = ground.rgb * vec3(1.5, 1.15, .85) * (.65 + .7 * dune + .10 * ripple) * (sky_light * 5. + lamp * .9) * 7.;
#elif KIND == 7
    float drift = fbm(w * vec2(.10, .16)), spark = step(.9975, hash(floor(w * 34.))) * exp(-z * .16);
    c = (ground.rgb * .8 + .010) * vec3(1.0, 1.05, 1.25) * (.7 + .8 * drift) * (sky_light * 6. + lamp * 1.0) * 8. + spark * .10 * (lamp + sky_light * 4.);
#elif KIND == 8
    float n = fbm(w * 1.6), wet = smoothstep(.35, .70, fbm(w * vec2(.33, .20) + 2.));
    vec2 cob = vec2(w.x * 2.6 + .5 * floor(w.y * 2.6), w.y * 2.6), f = abs(fract(cob) - .5);
    float stone = smoothstep(.5, .36, max(f.x, f.y)) * exp(-z * .02);
    vec3 m = reflected(uv + .006 * (vec2(n) - .5) * reach, .02 + .05 * reach, light_from.w > .5 ? 7. : 4.);
    c = ground.rgb * (.45 + .5 * n + .35 * stone) * (sky_light * 5. + lamp) * 7. + m * wet * mix(.45, .20, reach);
#elif KIND == 9
    vec2 s = w * vec2(.09, .06) + vec2(.010 * CLOCK, .006 * CLOCK);
    float n = fbm(s), n2 = fbm(s * 2.4 + n * 2. + 5.);
    float lit = clamp(n2 - fbm(s * 2.4 + n * 2. + 5. + vec2(.05, .18)), -.2, .3) * 2.4 + .5;
    c = mix(zenith.rgb * 1.4, horizon.rgb * 1.6 + far * .5, smoothstep(.25, .75, n)) * (.45 + lit) + lamplight(vec3(w.x, 0., z)) * .05 * n;
    mist = 1. - exp(-air.a * 1.4 * z);
#else
    float n = fbm(w * .13 + .008 * CLOCK);
    vec3 m = reflected(uv + .004 * (n - .5), .02 + .06 * reach, 4.);
    c = zenith.rgb * (.25 + .6 * n) + m * .34;
#endif
    c = mix(c, far, clamp(mist, 0., 1.));
    o = vec4(max(c, 0.) * share, share);
}

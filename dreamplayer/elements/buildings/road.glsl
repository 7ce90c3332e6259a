// A road that winds over the ground to the horizon: pale worn stone, wet in places, its edges holding dust of light.
uniform vec4 tone;      // colour, opacity
uniform vec4 bend;      // phase, strength, half width (m), x at the eye (m)
uniform vec4 edge_light;
float centre(float z) { return bend.w + bend.y * ((sin(z * .085 + bend.x) - sin(bend.x)) * 2.6 * (1. - exp(-z * .12)) + .05 * z * sin(z * .021 + bend.x * 1.7)); }
vec4 paint(vec2 p) {
    float below = max(HORIZON - p.y, .0008);
    float z = FOCAL * EYE / below;
    vec2 w = vec2(p.x * z / FOCAL + camera.w, z);
    float c = centre(z), d = (w.x - c) / bend.z, a = abs(d);
    float soft = .03 + .012 * z;
    float on = smoothstep(1. + soft, 1. - soft, a + .10 * (fbm3(w * 1.3) - .5));
    float n = fbm(w * vec2(1.4, .9)), slab = fbm3(w * .5 + 7.);
    vec3 sky_light = horizon.rgb * 1.2 + zenith.rgb * .8 + glow.rgb * .35;
    vec3 lamps = vec3(0.);
    for (int i = 0; i < 6; i++) {
        if (i >= int(light_from.z)) break;
        vec3 to = lamp_at[i].xyz - vec3(w.x, 0., z);
        float r = lamp_at[i].w;
        lamps += lamp_colour[i].rgb * (.2 + to.y * inversesqrt(dot(to, to) + .05)) / (1. + dot(to, to) / (r * r) * 2.2);
    }
    vec3 stone = tone.rgb * (.35 + .7 * n) * (.6 + .7 * slab) * (sky_light * 3.2 + max(lamps, 0.) * .55);
    float rut = exp(-pow((a - .55) / .16, 2.)) * .35;
    stone *= 1. - rut * n;
    vec3 kerb = edge_light.rgb * exp(-pow((a - .97) / (.05 + .010 * z), 2.)) * edge_light.a * (.25 + 1.2 * n * n);
    // towards the horizon it takes on the glow of the sky
    stone += glow.rgb * .55 * smoothstep(6., 60., z) * (.5 + .5 * n);
    float mist = 1. - exp(-air.a * max(z - 1.5, 0.));
    vec3 k = mix(stone, haze(p.x), mist) + kerb * (1. - mist * .6);
    float show = on * tone.a * smoothstep(.0, .02, HORIZON - p.y);
    float lit = tone.a * smoothstep(1.6, 1., a) * (1. - mist * .5);
    return vec4(k * show + kerb * lit * (1. - on) * .5, show * .92);
}

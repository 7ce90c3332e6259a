// A quiet flame: tongues of warm light that climb and part slowly, hottest low in the middle.
uniform float t, opacity, x, y, tall, wide, seed, tongues;
vec4 paint(vec2 p) {
    vec2 q = (p - vec2(x, y)) / tall;
    float up = clamp(q.y, 0., 1.2);
    float lean = (fbm3(vec2(up * 1.3 - t * .30, seed)) - .44) * .55 * up;
    float u = (q.x - lean) / wide;
    float n = fbm(vec2(q.x * 3.2 / wide * .35 + seed, q.y * 2.4 - t * .55));
    float lick = fbm3(vec2(u * 1.6 * tongues + seed * 3., q.y * .8 - t * .35));
    float height = (1. - u * u * .9) * (.52 + .85 * lick);
    float body = 1. - up / max(height, .05);
    float side = 1. - abs(u) * (.85 + .7 * up);
    float d = min(body * .9, side) + (n - .5) * (.25 + .65 * up);
    float soft = smoothstep(-.02, .42, d) * smoothstep(-.10, .05, q.y) * smoothstep(1.15, .9, abs(u));
    float hot = smoothstep(.12, .80, d - .30 * up);
    vec3 c = mix(vec3(.42, .060, .010), vec3(1., .36, .055), smoothstep(.1, .6, d));
    c = mix(c, vec3(1., .66, .24), hot);
    c *= key.rgb / max(key.r, .05) * vec3(1., 1. / .46 * .62 , 1. / .14 * .35);
    return vec4(c * soft * (.35 + .95 * hot) * opacity, soft * .35 * opacity);
}

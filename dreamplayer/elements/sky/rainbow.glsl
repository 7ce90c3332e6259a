// A bow as the eye gives it after rain: soft, wide, pale, brighter within, gone before it meets the ground.
uniform float t, opacity, x, y, radius;
vec4 paint(vec2 p) {
    vec2 d = p - vec2(x, y);
    float r = length(d), u = (r - radius) / .085;
    vec3 c = vec3(exp(-pow(u - .85, 2.) * 2.2), .62 * exp(-pow(u - .05, 2.) * 2.4), .55 * exp(-pow(u + .72, 2.) * 2.2));
    c += vec3(.22, .02, .20) * exp(-pow(u + 1.35, 2.) * 3.);
    float second = (r - radius * 1.32) / .13;
    c += .16 * vec3(exp(-pow(second + .8, 2.) * 2.), .6 * exp(-second * second * 2.), .55 * exp(-pow(second - .8, 2.) * 2.));
    c += vec3(.10, .09, .085) * smoothstep(radius, radius - .5, r) * smoothstep(radius - .9, radius - .05, r);
    float soft = .25 + 1.1 * fbm3(d * 1.4 + .01 * t);
    c = mix(c, vec3(dot(c, vec3(.4))), .30);
    float foot = smoothstep(-.02, .30, p.y - HORIZON) * step(0., p.y - HORIZON);
    return vec4(c * soft * foot * opacity, 0.);
}

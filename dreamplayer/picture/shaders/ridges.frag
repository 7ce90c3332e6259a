// Ranges of hills along the horizon, paler the farther, their feet in mist.
in vec2 p;
out vec4 o;
uniform sampler2D heights;   // 4 ranges, far to near, as share of a half screen
void main() {
    float y = MIRRORED ? HORIZON - p.y : p.y - HORIZON;
    if (y < 0.) discard;
    vec4 h = texture(heights, vec2(p.x * .23 + .5 + camera.w * .0006, .5)) * sky_is.w;
    float e = 1.2 / view.z;
    vec3 far = haze(p.x), c = vec3(0.);
    float a = 0.;
    for (int i = 0; i < 4; i++) {
        float top = h[i], m = smoothstep(e, -e, y - top);
        float near = float(i) * .28;
        vec3 k = mix(far * .55 + horizon.rgb * .2, body.rgb, near);
        k = mix(k, far * (.95 - .15 * near), smoothstep(.14 - .03 * float(i), 0., y) * (.85 - .35 * near));
        c = mix(c, k, m);
        a = mix(a, 1., m);
    }
    o = vec4(c * a, a);
}

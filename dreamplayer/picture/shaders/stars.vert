// Stars of the open sky: most along the galaxy, a few bright; they breathe, they do not blink.
out vec3 colour;
out float glint;
void main() {
    uint s = uint(gl_VertexID) * 9781u + 11u;
    float x = chance(s), y = chance(s), m = chance(s), c = chance(s), ph = chance(s) * 6.283, g1 = chance(s), g2 = chance(s);
    float top = 1. - HORIZON;
    vec2 q = vec2((x * 2. - 1.) * 1.02 * ASPECT, y * .985 + .015);
    if ((gl_VertexID & 3) != 0) {
        float g = (g1 + g2 + chance(s) - 1.5) * ((gl_VertexID & 1) == 0 ? .20 : .46);
        vec2 r = mat2(.80, -.60, .60, .80) * vec2((x - .5) * 3.2, g) + vec2(.22, .40);
        vec2 band = vec2(r.x * 2., r.y / .73);
        float k = step(.35, chance(s)) * step(.01, sky_is.y);
        q = mix(q, band, k);
        m *= .93;
    }
    float mag = pow(m, 9.);
    float twinkle = .84 + .16 * sin(CLOCK * (.25 + .5 * c) + ph);
    float up = smoothstep(.01, .30, q.y);
    vec3 k = mix(mix(vec3(1., .74, .52), vec3(.62, .78, 1.), smoothstep(.1, .8, c)), vec3(1), .35);
    float unit = view.z / 540.;
    glint = step(.9972, m);
    float size = mix(1.5 + 3.0 * mag, 11. + 8. * c, glint) * unit;
    colour = k * (.05 + .11 * m * m + 1.9 * mag) * twinkle * up * min(1., unit * 1.1) * mix(1., .8, glint);
    colour *= step(float(gl_VertexID & 255) / 256., sky_is.z);
    vec2 at = vec2((q.x + SHIFT) / ASPECT, HORIZON + q.y * top);
    if (MIRRORED) at.y = 2. * HORIZON - at.y;
    gl_Position = up <= 0. || abs(at.y) > 1.05 ? vec4(3, 3, 0, 1) : vec4(at, 0, 1);
    gl_PointSize = max(size, 1.);
}

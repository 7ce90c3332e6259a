// A soft round dot, or a four-point glint.
in vec3 colour;
in float glint;
#ifdef COVER
in float cover;
#endif
out vec4 o;
void main() {
    vec2 q = gl_PointCoord * 2. - 1.;
    float r2 = dot(q, q), a = max(1. - r2, 0.), s = a * a;
    if (glint > .01) {
        vec2 d = abs(q);
        float rays = max(1. - d.x * 14., 0.) * max(1. - d.y, 0.) + max(1. - d.y * 14., 0.) * max(1. - d.x, 0.);
        s = mix(s, .9 * exp(-r2 * 42.) + .5 * rays * a * a + .05 * s, glint);
    }
#ifdef COVER
    o = vec4(colour, cover) * s;
#else
    o = vec4(colour * s, 0.);
#endif
}

// Steep at the lamp, long at its edge, gone at the border.
in vec2 q;
flat in vec3 colour;
out vec4 o;
void main() {
    float r2 = dot(q, q);
    if (r2 >= 1.) discard;
    float a = 1. - r2;
    o = vec4(colour * (.70 * a * a * a + .9 * exp(-r2 * 22.) * a), 0.);
}

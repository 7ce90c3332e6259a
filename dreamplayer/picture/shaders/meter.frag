// How much melanopic light the finished picture holds, one 256th of it here.
in vec2 uv;
out vec4 o;
void main() {
    float s = 0.;
    for (int i = 0; i < 16; i++) {
        vec2 at = uv + (vec2(float(i & 3), float(i >> 2)) - 1.5) / 4. / 16.;
        vec3 c = display(textureLod(scene_is, at, 0.).rgb + texture(bloom_is, at).rgb * grade_a.z, at);
        s += dot(c, vec3(.01, .36, .63));
    }
    o = vec4(s / 16., 0., 0., 1.);
}

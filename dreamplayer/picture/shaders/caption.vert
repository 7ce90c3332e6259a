// One line of a caption, placed in pixels from the bottom left.
uniform vec4 box;      // left, bottom, width, height in pixels
uniform vec2 window;
out vec2 uv;
void main() {
    vec2 k = vec2(gl_VertexID & 1, (gl_VertexID >> 1) & 1);
    uv = vec2(k.x, 1. - k.y);
    vec2 at = (box.xy + k * box.zw) / window * 2. - 1.;
    gl_Position = vec4(at, 0, 1);
}

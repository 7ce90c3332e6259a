// A quad over the patch (left, bottom, right, top in screen units) or the whole picture.
uniform vec4 patch_is;
uniform float quad_depth;   // metres at which it hangs, for the test against the solids of a place
out vec2 p;
out vec2 uv;
void main() {
    vec2 k = vec2(gl_VertexID & 1, (gl_VertexID >> 1) & 1);
    p = mix(patch_is.xy, patch_is.zw, k);
    vec2 ndc = vec2(p.x / ASPECT, p.y);
    uv = ndc * .5 + .5;
    gl_Position = vec4(ndc, depth_at(quad_depth), 1);
}

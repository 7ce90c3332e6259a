// The shadows that bodies throw on floor, walls and furniture of a place: what they leave of its light, see cast_shadows.py.
in vec2 p;
in vec2 uv;
out vec4 o;
uniform sampler2D left_is;   // rows from the top, as the layers of the place
uniform vec3 lens;           // as in place.frag
void main() {
    vec2 q = (uv * 2. - 1. - lens.yz * vec2(1. / ASPECT, 1.)) / lens.x;
    o = vec4(0., 0., 0., 1. - texture(left_is, vec2(q.x, -q.y) * .5 + .5).r);
}

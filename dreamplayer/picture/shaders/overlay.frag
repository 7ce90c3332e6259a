// What the hand-held parts of the app lay over the picture, premultiplied.
in vec2 uv;
out vec4 o;
uniform sampler2D source;
uniform float opacity;
void main() { o = texture(source, vec2(uv.x, 1. - uv.y)) * opacity; }

// A smaller picture laid over the larger one.
in vec2 uv;
out vec4 o;
uniform sampler2D source;
uniform float flip;   // 1: upside down about the horizon, for what still water shows of the sky
void main() {
    vec2 at = uv;
    if (flip > .5) at.y = (2. * HORIZON - (uv.y * 2. - 1.)) * .5 + .5;
    o = texture(source, at);
}

// Half the size; the first step keeps what shines and sends faint light away (soft knee).
in vec2 uv;
out vec4 o;
uniform sampler2D source;
uniform vec2 texel;
uniform float knee;
void main() {
    vec3 c = texture(source, uv).rgb * 4.;
    c += texture(source, uv + texel * vec2(-1, -1)).rgb + texture(source, uv + texel * vec2(1, -1)).rgb;
    c += texture(source, uv + texel * vec2(-1, 1)).rgb + texture(source, uv + texel * vec2(1, 1)).rgb;
    c = clamp(c / 8., 0., 24.);
    if (knee > 0.) { float l = max(c.r, max(c.g, c.b)); c *= l / (l + knee); }
    o = vec4(c, 1);
}

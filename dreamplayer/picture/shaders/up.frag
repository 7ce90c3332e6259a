// Twice the size, added to what is there: the wide, soft foot of every light.
in vec2 uv;
out vec4 o;
uniform sampler2D source;
uniform vec2 texel;
void main() {
    vec3 c = texture(source, uv + vec2(-2, 0) * texel).rgb + texture(source, uv + vec2(2, 0) * texel).rgb
           + texture(source, uv + vec2(0, 2) * texel).rgb + texture(source, uv + vec2(0, -2) * texel).rgb;
    c += 2. * (texture(source, uv + vec2(-1, 1) * texel).rgb + texture(source, uv + vec2(1, 1) * texel).rgb
             + texture(source, uv + vec2(-1, -1) * texel).rgb + texture(source, uv + vec2(1, -1) * texel).rgb);
    o = vec4(c / 12. * vec3(.92, .86, .84), 1);
}

// To the full size of the window; dithered last, so that dark skies do not band.
in vec2 uv;
out vec4 o;
uniform sampler2D source;
uniform vec2 limits;   // black 0..1, dither seed
void main() {
    vec3 c = texture(source, uv).rgb;
    uint n = pcg(uint(gl_FragCoord.x) + uint(gl_FragCoord.y) * 4099u + uint(limits.y) * 7919u + 77u);
    float g = (float(n & 0xffu) - float((n >> 8) & 0xffu)) / 255. / 255. * 1.3;
    o = vec4(limits.x >= .9995 ? vec3(0.) : max(c + g * step(.002, c.r + c.g + c.b), 0.), 1);
}

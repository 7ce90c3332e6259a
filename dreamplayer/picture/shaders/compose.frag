// Scene and bloom under the night's cap, encoded for the screen and dithered.
in vec2 uv;
out vec4 o;
uniform sampler2D meter_is;
uniform vec3 limits;   // cap on the mean melanopic load, black 0..1, dither seed
uniform float grain;
void main() {
    vec3 c = display(texture(scene_is, uv).rgb + texture(bloom_is, uv).rgb * grade_a.z, uv);
    float m = textureLod(meter_is, vec2(.5), 5.).r;
    c *= min(1., limits.x * .94 / max(m, 1e-5)) * (1. - limits.y);
    c = mix(c * 12.92, 1.055 * pow(max(c, 1e-6), vec3(1. / 2.4)) - .055, step(.0031308, c));
    uint n = pcg(uint(gl_FragCoord.x) + uint(gl_FragCoord.y) * 4099u + uint(limits.z) * 7919u);
    float g = (float(n & 0xffu) - float((n >> 8) & 0xffu)) / 255. / 255. * grain;
    o = vec4(limits.y >= .9995 ? vec3(0.) : max(c + g, 0.), 1);
}

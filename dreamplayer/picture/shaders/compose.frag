// Scene and bloom under the night's cap, encoded for the screen and dithered.
in vec2 uv;
out vec4 o;
uniform sampler2D meter_is;
uniform vec3 limits;   // cap on the mean melanopic load, black 0..1, dither seed
uniform float grain;
void main() {
    vec3 c = display(texelFetch(scene_is, ivec2(gl_FragCoord.xy), 0).rgb + texture(bloom_is, uv).rgb * grade_a.z, uv);
    float m = textureLod(meter_is, vec2(.5), 4.).r;
    c *= min(1., limits.x * .94 / max(m, 1e-5)) * (1. - limits.y);
    // sRGB by three square roots: within .0015 of the curve, and quick without a graphics card.
    vec3 s1 = sqrt(max(c, 0.)), s2 = sqrt(s1), s3 = sqrt(s2);
    c = mix(c * 12.92, .662002687 * s1 + .684122060 * s2 - .323583601 * s3 - .0225411470 * c, step(.0031308, c));
    uint n = pcg(uint(gl_FragCoord.x) + uint(gl_FragCoord.y) * 4099u + uint(limits.z) * 7919u);
    float g = (float(n & 0xffu) - float((n >> 8) & 0xffu)) / 255. / 255. * grain;
    o = vec4(limits.y >= .9995 ? vec3(0.) : max(c + g, 0.), 1);
}

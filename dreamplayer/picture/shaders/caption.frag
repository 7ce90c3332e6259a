// Past, spoken and coming words told apart by light; a wide shadow instead of a box.
in vec2 uv;
out vec4 o;
uniform sampler2D line_is;   // letters, near blur, word number / 255, wide blur
uniform float spoken, opacity;   // word number in this line, fractional
uniform int by_phrase;
void main() {
    vec4 t = texture(line_is, uv);
    float word = t.b * 255., d = spoken - word;
    float now = by_phrase == 1 ? 1. : smoothstep(-.06, .10, d) * smoothstep(1.30, 1.0, d);
    float past = by_phrase == 1 ? 0. : smoothstep(1.0, 1.4, d);
    vec3 coming = vec3(.74, .61, .455), spoken_ = vec3(.98, .82, .58), gone = vec3(.82, .67, .50);
    vec3 c = mix(mix(coming, gone, past), spoken_, now);
    float a = t.r;
    float shade = t.a * .96;
    vec3 glow = vec3(.36, .20, .07) * t.g * now * .55;
    o = vec4(c * a + glow * (1. - a), max(a, shade * (1. - a))) * opacity;
}

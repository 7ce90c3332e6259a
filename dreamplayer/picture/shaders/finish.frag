// To the full size of the window; dithered last, so that dark skies do not band.
in vec2 uv;
out vec4 o;
uniform sampler2D source;
uniform vec2 limits;   // black 0..1, dither seed
void main() {
    vec3 c = texture(source, uv).rgb;
    // Two samples of interleaved gradient noise (Jimenez 2014) make a triangular one: cheap, and fine enough to vanish.
    vec2 at = gl_FragCoord.xy + mod(limits.y, 64.) * 5.588238;
    float a = fract(52.9829189 * fract(dot(at, vec2(.06711056, .00583715))));
    float b = fract(52.9829189 * fract(dot(at.yx + 41., vec2(.06711056, .00583715))));
    float g = (a - b) / 255. * 1.2;
    o = vec4(limits.x >= .9995 ? vec3(0.) : max(c + g * step(.002, c.r + c.g + c.b), 0.), 1);
}

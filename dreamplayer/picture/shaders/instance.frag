// One of thousands: lit where it stands, with its own glow; the plain sister of sprite.frag.
in vec2 uv;
in vec3 tint, inner, where_;
in vec4 shown;
in vec2 side;
flat in vec3 lamplight;
flat in vec2 lamp_side;
out vec4 o;
uniform sampler2DArray matter;
uniform sampler2DArray relief;
uniform float edge, frames;
void main() {
    float f = floor(mod(shown.z, frames));
    vec4 m = texture(matter, vec3(uv, f));
    if (m.a < .01) discard;
    vec4 r = texture(relief, vec3(uv, f));
    vec3 albedo = m.rgb * m.rgb * tint;
    vec2 n = (r.rg * 2. - 1.) * vec2(side.x, 1.);
    float up = clamp(n.y * .6 + .4, 0., 1.), thin = exp(-r.b * r.b * 7.5);
    float toward = max(dot(n, lamp_side), 0.);
    vec3 ambient = ambient_light(.18, .010);
    vec3 c = albedo * (ambient * (.5 + up) * 2.2 + lamplight * (.55 + .9 * toward));
    c += edge * m.a * thin * (rim.rgb * up * up * .10 + lamplight * toward * .55);
    float g = r.a * r.a;
    c = mix(c, haze(gl_FragCoord.x / view.z - ASPECT) * m.a, shown.w) + inner * g * (1. - shown.w);
    o = vec4(c, m.a * shown.x) * shown.y;
}

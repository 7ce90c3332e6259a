// The glow that a lamp makes in the air around it.
out vec2 q;
flat out vec3 colour;
uniform int lamp;
void main() {
    vec2 k = vec2(gl_VertexID & 1, (gl_VertexID >> 1) & 1) * 2. - 1.;
    vec3 at = lamp_at[lamp].xyz;
    float z = max(at.z, .6), r = FOCAL * lamp_at[lamp].w * 1.15 / z;
    r = min(r, 2.2);
    vec4 c = project(vec3(at.xy, z));
    vec2 centre = c.xy / c.w * vec2(ASPECT, 1.);
    vec2 at_ = centre + k * r * vec2(1.15, 1.);
    q = k;
    colour = lamp_colour[lamp].rgb * lamp_colour[lamp].a * light_from.y * clamp(.25 + air.a * 14., .2, 1.3) * .036;
    // In front of the lamp's own glass and shade.
    gl_Position = vec4(at_.x / ASPECT, at_.y, depth_at(z - .35), 1);
}

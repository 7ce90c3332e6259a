// Soft particles: one point each, at least a pixel wide and dimmed instead of vanishing.
in vec3 at;
in float size;
in vec4 colour_cover;
in float glint_in;
out vec3 colour;
out float glint, cover;
void main() {
    gl_Position = nearer(project(at), .03);
    float d = size * pixels(at.z) * 1.3, unit = view.z / 540.;
    float least = mix(1.6, 6., glint_in) * max(unit, .6);
    float k = min(d / least, 1.);
    float f = fog(at.z);
    cover = colour_cover.a * k * k;
    vec3 c = colour_cover.rgb * k * k;
    float x = gl_Position.x / max(gl_Position.w, .01) * ASPECT;
    colour = mix(c, haze(x) * cover, f);
    glint = glint_in;
    gl_PointSize = clamp(max(d, least), 1., 250.);
    if (at.z < .25 || dot(c, vec3(1.)) + cover < 1e-5) gl_Position = vec4(3, 3, 0, 1);
}

// A round glow, computed rather than looked up: bright in its middle, gone at its border.
in vec2 uv;
in vec3 inner;
in vec4 shown;
out vec4 o;
void main() {
    vec2 q = uv * 2. - 1.;
    float r2 = dot(q, q), edge = max(1. - sqrt(r2), 0.);
    float s = edge * (.15 + .85 * edge) * (.30 + .70 * exp(-r2 * 7.));
    o = vec4(inner * (s * (1. - shown.w) * shown.y), 0.);
}

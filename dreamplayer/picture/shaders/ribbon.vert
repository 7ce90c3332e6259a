// Lines in depth: each point is widened across its direction on the screen.
in vec3 at;
in vec3 along_dir;
in vec4 line;      // across -1..1, along 0..1, half-width, opacity
in vec4 tint_grown;
in vec3 glow_in;
uniform float spread;   // how much wider than the line its light reaches
out vec3 tint, inner, where_;
out vec4 l;        // across, along, opacity, grown
out vec2 n2;       // direction across, on the screen
out float fade, fogged;
#if PROFILE == 1
out vec3 lamplight;
out vec2 lamp_side;
#endif
void main() {
    vec4 a = project(at), b = project(at + along_dir * .01 * max(at.z, .3));
    vec2 pa = a.xy / max(a.w, .05) * vec2(ASPECT, 1.), pb = b.xy / max(b.w, .05) * vec2(ASPECT, 1.);
    vec2 d = pb - pa;
    d /= length(d) + 1e-6;
    vec2 across = vec2(-d.y, d.x);
    float half_ = line.z * FOCAL / max(at.z, .05), least = .75 / view.z;
    fade = min(1., half_ / least);
    half_ = max(half_, least) * spread;
    vec2 q = pa + across * line.x * half_;
    gl_Position = at.z < .25 ? vec4(3, 3, 0, 1) : vec4(q.x / ASPECT, q.y, depth_at(at.z - .04), 1);
    tint = tint_grown.rgb;
    inner = glow_in;
    l = vec4(line.x, line.y, line.w, tint_grown.a);
    n2 = across;
    where_ = at;
    fogged = fog(at.z);
#if PROFILE == 1
    lamplight = lamps_at(at, lamp_side);
#endif
}

// A painted shape standing (or lying) in the world, one quad an instance.
in vec3 at;
in float size;
in vec3 tint_in;
in vec3 glow_in;
in vec4 pose;      // turn, yaw, lie, width
in vec3 show;      // cover, opacity, frame
uniform float shape_aspect, foot;
#ifdef GROWING
in vec2 clock_in;  // phase of the sway, birth on the growth clock
uniform vec4 growth;   // grown, sway (m), t, opacity
uniform vec3 tone, shine;   // of all of them, as the light is now
#endif
#ifdef LIT_ONCE
flat out vec3 lamplight;   // of all lamps where it stands: thousands are lit once each, not once a pixel
flat out vec2 lamp_side;
#endif
out vec2 uv;
out vec3 tint, inner, where_;
out vec4 shown;    // cover, opacity, frame, fog
out vec2 side;     // sign of the width; of a modelled body its height in metres
void main() {
    vec2 k = vec2(gl_VertexID & 1, (gl_VertexID >> 1) & 1);
    float tall = size;
    float opacity = show.y;
    vec2 bend = vec2(0.);
#ifdef GROWING
    float g = clamp((growth.x - clock_in.y) * 4., 0., 1.);
    g = g * g * (3. - 2. * g);
    tall *= mix(.25, 1., g);
    opacity *= growth.w * smoothstep(0., .3, g);
    bend.x = growth.y * sin(growth.z * .7 + clock_in.x * 6.283 + at.x * .35) * k.y * k.y;
#endif
    float wide = tall * shape_aspect * pose.w;
    vec2 local = vec2((k.x - .5) * wide, (k.y - foot) * tall) + bend;
    float c = cos(pose.x), s = sin(pose.x);
    local = vec2(c * local.x - s * local.y, s * local.x + c * local.y);
    float cy = cos(pose.y), sy = sin(pose.y);
    vec3 right = vec3(cy, 0., sy), up = mix(vec3(0., 1., 0.), vec3(-sy, 0., cy), pose.z);
    vec3 w = at + right * local.x + up * local.y;
    where_ = w;
    uv = vec2(k.x, 1. - k.y);
#ifdef GROWING
    tint = tint_in * tone;
    inner = glow_in * shine;
#else
    tint = tint_in;
    inner = glow_in;
#endif
    shown = vec4(show.x, opacity, show.z, fog(at.z));
    side = vec2(sign(pose.w), tall);
#ifdef LIT_ONCE
    lamplight = lamps_at(at + vec3(0., .6 * tall, 0.), lamp_side);
#endif
#ifdef HALO
    float front = min(.5 * tall, .4);
#else
    // Toes reach before the plane; what lies is seen at a grazing angle, a row of pixels spanning more metres the farther.
    float front = mix(.03 + .06 * min(tall, 3.),
                      .03 + 1.5 * w.z * w.z / (FOCAL * max(abs(EYE - w.y), .15) * view.z), pose.z);
#endif
    gl_Position = opacity < .002 ? vec4(3, 3, 0, 1) : nearer(project(w), front);
}

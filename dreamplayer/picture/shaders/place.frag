// A place as it was cast for this framing: each group of its lamps at its present strength, and how far all is.
in vec2 p;
in vec2 uv;
out vec4 o;
uniform sampler2D cover_is, depth_is;
uniform sampler2D light_0, light_1, light_2, light_3;   // rows from the top, multiplied by the cover
uniform vec3 strength_0, strength_1, strength_2, strength_3;
uniform vec3 lens;    // scale with overscan, shift to the right, shift upwards
uniform float mist;   // extinction of fog, rain or snow, per metre
uniform int living;   // lamps that are carried into the place, first among all
void main() {
    vec2 q = (uv * 2. - 1. - lens.yz * vec2(1. / ASPECT, 1.)) / lens.x;
    vec2 at = vec2(q.x, -q.y) * .5 + .5;
    vec3 c = texture(light_0, at).rgb * strength_0;
#if GROUPS > 1
    c += texture(light_1, at).rgb * strength_1;
#endif
#if GROUPS > 2
    c += texture(light_2, at).rgb * strength_2;
#endif
#if GROUPS > 3
    c += texture(light_3, at).rgb * strength_3;
#endif
    float a = texture(cover_is, at).r, z = texture(depth_is, at).r;
#ifdef LIVING
    // What a surface is made of was not kept: its tone under all lamps stands for its albedo.
    vec3 tone = texture(light_0, at).rgb;
#if GROUPS > 1
    tone += texture(light_1, at).rgb;
#endif
#if GROUPS > 2
    tone += texture(light_2, at).rgb;
#endif
    vec3 albedo = .30 * tone / (max(tone.r, max(tone.g, tone.b)) + .12);
    vec3 seen = vec3((p.x - SHIFT) * z / FOCAL + camera.w, EYE + (p.y - HORIZON) * z / FOCAL, z);
    for (int i = 0; i < 4; i++) {
        if (i >= living) break;
        vec3 d = lamp_at[i].xyz - seen;
        float r = lamp_at[i].w;
        c += albedo * lamp_colour[i].rgb / (1. + 1.5 * dot(d, d) / (r * r));
    }
#endif
    if (mist > 0.) {
        // Banks that lie low and drift: thicker near the ground and in between.
        float y = EYE + (p.y - HORIZON) * z / FOCAL, x = (p.x - SHIFT) * z / FOCAL;
        float bank = .45 + .55 * exp(-max(y, 0.) * .16) * (.55 + .9 * noise(vec2(x * .07 + CLOCK * .03, z * .06 + y * .2)));
        float veil = 1. - exp(-mist * bank * max(min(z, 900.) - 1.5, 0.));
        c = mix(c, haze(p.x) * a, veil);
    }
    gl_FragDepth = a > .5 ? 1. - NEAR / max(z, NEAR) : 1.;
    o = vec4(c, a);
}

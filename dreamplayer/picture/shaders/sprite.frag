// Light on a painted shape: what it is made of under sky and lamps, a thin edge towards each lamp, its own inner light.
in vec2 uv;
in vec3 tint, inner, where_;
in vec4 shown;
in vec2 side;
out vec4 o;
uniform sampler2DArray matter;   // square root of premultiplied albedo, alpha
uniform sampler2DArray relief;   // normal x, normal y, square root of depth inside / .25, square root of glow
uniform float lit, edge, frames;
void main() {
    float f = mod(shown.z, frames), f0 = floor(f), fw = f - f0;
    vec4 m = texture(matter, vec3(uv, f0)), r = texture(relief, vec3(uv, f0));
    if (fw > .01) {
        float f1 = mod(f0 + 1., frames);
        m = mix(m, texture(matter, vec3(uv, f1)), fw);
        r = mix(r, texture(relief, vec3(uv, f1)), fw);
    }
    float a = m.a;
    if (a * shown.y < .003 && r.a < .01) discard;
    vec3 albedo = m.rgb * m.rgb * tint;
    float inside = r.b * r.b * .25;
    vec3 n = vec3((r.rg * 2. - 1.) * vec2(side.x, 1.), 0.);
    float n2 = dot(n.xy, n.xy);
    n.z = sqrt(max(1. - n2, 0.));
#ifdef UNLIT
    vec3 c = albedo;
#else
    vec3 c = albedo;
    {
        float thin = exp(-inside * 30.), soft = exp(-inside * 9.);
        vec3 ambient = ambient_light(.18, .010);
        float up = clamp(n.y * .6 + .4, 0., 1.);
        vec3 k = albedo * ambient * (.5 + up) * 2.2;
        k += rim.rgb * edge * a * thin * pow(clamp(n.y * .75 + .25, 0., 1.), 2.) * .22;
        // the glow low over the horizon, from behind
        float back = clamp((n.x * clamp((light_from.x - where_.x / max(where_.z, 1.) * FOCAL) * 2.5, -1., 1.)) * .7 + .25, 0., 1.);
        if (!IN_PLACE) k += glow.rgb * edge * a * thin * back * .8;
        int lamps = int(light_from.z);
        for (int i = 0; i < lamps && i < 6; i++) {
            vec3 d = lamp_at[i].xyz - where_;
            float dist2 = dot(d, d), reach = lamp_at[i].w;
            float fall = 1. / (1. + dist2 / (reach * reach));
            vec3 L = d * inversesqrt(dist2 + .02);
            float toward = max(dot(n.xy, L.xy), 0.);
            float front = clamp(dot(n, vec3(L.xy, -L.z)) * .75 + .25, 0., 1.);
            vec3 lamp = lamp_colour[i].rgb * fall;
            // In a place only a lamp behind it draws a bright edge: on an empty stage every one does.
            float edge = IN_PLACE ? edge * smoothstep(-.15, .75, L.z) : edge;
            k += lamp * (albedo * front * 1.5 + a * edge * (thin * pow(toward, 1.4) * 1.15 + .05 * soft * toward));
        }
        c = mix(albedo, k, clamp(lit, 0., 1.));
    }
#endif
    float shine = r.a * r.a;
    // What glows strongly runs towards white, as film does: an ember's edge, a flame's heart.
    vec3 g = inner * shine + dot(inner, vec3(.30)) * vec3(.55, .42, .22) * shine * shine * shine;
    vec3 seen = mix(c, haze(gl_FragCoord.x / view.z - ASPECT) * a, shown.w) + g * (1. - shown.w);
    o = vec4(seen, a * shown.x) * shown.y;
}

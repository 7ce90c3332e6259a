// Light on a painted shape: what it is made of under sky and lamps, a thin edge towards each lamp, its own inner light.
in vec2 uv;
in vec3 tint, inner, where_;
in vec4 shown;
in vec2 side;
out vec4 o;
uniform sampler2DArray matter;   // square root of premultiplied albedo, alpha
uniform sampler2DArray relief;   // normal x, normal y, square root of depth inside / .25 (modelled: depth towards the eye), square root of glow
uniform float lit, edge, frames;
#ifdef DECAL
uniform sampler2D surface_is;   // how far the solids of the place are, rows from the top
uniform vec3 surface_lens;      // as in place.frag
// 1 where a solid is close below what lies at `z`, 0 beyond the edge of a table.
float supported(float z) {
    vec2 q = gl_FragCoord.xy / (view.z * vec2(ASPECT, 1.)) - 1.;
    q = (q - surface_lens.yz * vec2(1. / ASPECT, 1.)) / surface_lens.x;
    float gap = texture(surface_is, vec2(q.x, -q.y) * .5 + .5).r - z, close = .06 + .02 * z * z;
    return smoothstep(2. * close, close, gap);
}
#endif
#ifdef MODELLED
uniform float shape_aspect;
const vec3 FILL = vec3(.030, .032, .040);   // the least light from everywhere on what is alive
// How much other parts of the body shade a point from a lamp: a few steps towards it over the body's own depth.
float own_shadow(float layer, float deep, vec3 L, float reach) {
    vec3 way = vec3(L.x * side.x / shape_aspect, -L.y, -L.z) / side.y;   // in shares of the picture a metre
    float dark = 0.;
    for (int i = 1; i <= 6; i++) {
        float s = min(reach, .42) * float(i * i) * .0278;   // metres: the sixth step is the whole reach
        vec2 at = uv + way.xy * s;
        if (at.x < 0. || at.x > 1. || at.y < 0. || at.y > 1.) break;
        float there = textureLod(relief, vec3(at, layer), 0.).b, cover = textureLod(matter, vec3(at, layer), 0.).a;
        float over = (there - deep - way.z * s) * side.y;   // metres in front of the ray
        dark = max(dark, cover * smoothstep(.004 + .10 * s, .02 + .30 * s, over) * (1. - smoothstep(.16, .34, over)));
    }
    return dark;
}
// Skin, cloth and fur under sky and lamps: bright towards a lamp, dark away from it, an edge only before a lamp behind.
vec3 modelled(vec3 albedo, float a, float layer, float deep, vec3 n) {
    vec3 P = where_ - vec3(0., 0., (deep - .5) * side.y);
    n.z = max(n.z, .02);
    vec3 sky = IN_PLACE ? ambient_light(0., 0.) : zenith.rgb * 2. + horizon.rgb * 3. + glow.rgb * .18 + vec3(.006, .007, .010);
    float grey = dot(albedo, vec3(.3, .55, .15)), up = n.y * .5 + .5;
    // The side without a lamp stays readable: cool light from everywhere, a little of it even on black cloth.
    sky = mix(vec3(dot(sky, vec3(.3, .5, .2))), sky, .70);
    vec3 cloth = mix(vec3(grey), albedo, .62) + .018 * a;   // in the dark colours go
    vec3 k = cloth * max(sky * mix(.42, 1.10, up), FILL * mix(.8, 1.2, up));
    float grazing = pow(1. - n.z, 2.2);
    k += a * sky * grazing * up * .06 * edge;
    // The glow low over the horizon stands behind everything: it is seen where the form turns away towards it.
    float back = clamp(n.x * clamp((light_from.x - where_.x / max(where_.z, 1.) * FOCAL) * 2.5, -1., 1.) * .8 + .2, 0., 1.);
    if (!IN_PLACE) k += glow.rgb * (albedo * 1.4 + .10 * a) * edge * grazing * back * .9;
    int lamps = LAMPS_ON_THINGS, chief = 0;
    float strongest = 0.;
    for (int i = 0; i < lamps; i++) {
        vec3 d = lamp_at[i].xyz - where_;
        float w = dot(lamp_colour[i].rgb, vec3(.5)) / (1. + dot(d, d) / (lamp_at[i].w * lamp_at[i].w));
        if (w > strongest) { strongest = w; chief = i; }
    }
    for (int i = 0; i < lamps; i++) {
        vec3 d = lamp_at[i].xyz - P;
        float dist2 = dot(d, d), reach = lamp_at[i].w;
        vec3 L = d * inversesqrt(dist2 + .004);
        float facing = dot(n, vec3(L.xy, -L.z));
        // A soft terminator that reddens as it turns away, as skin and wool do.
        vec3 wrap = vec3(.30, .22, .16);
        vec3 front = clamp((facing + wrap) / (1. + wrap), 0., 1.);
        front *= front * (1.6 - .6 * front);
        float open = i == chief && facing > -.25 ? 1. - .88 * own_shadow(layer, deep, L, sqrt(dist2)) : 1.;
        // A lamp gives up a little of its colour, so that cloth keeps its own.
        vec3 lamp = mix(lamp_colour[i].rgb, vec3(dot(lamp_colour[i].rgb, vec3(.45, .45, .1))), .16) / (1. + dist2 / (reach * reach));
        float behind = smoothstep(.05, .75, L.z);
        k += lamp * albedo * front * open * 2.3;
        // What floor and walls throw back of it.
        k += lamp * albedo * vec3(1., .86, .70) * (.125 - .05 * n.y + .03 * n.z) * (1. - .5 * behind);
        // Only a lamp behind draws an edge, as wide as the form turns there.
        k += lamp * (albedo * 1.2 + .03 * a) * edge * grazing * behind * clamp(dot(n.xy, L.xy) * 1.5 - .1, 0., 1.) * 1.5;
    }
    return k;
}
#endif
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
#elif defined(MODELLED)
    vec3 c = mix(albedo, modelled(albedo, a, f0, r.b, n), clamp(lit, 0., 1.));
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
        int lamps = LAMPS_ON_THINGS;
        for (int i = 0; i < lamps; i++) {
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
#ifdef DECAL
    o *= supported(where_.z);
#endif
#ifdef MODELLED
    // Knees and hands reach before the plane of the anchor: each pixel has its own depth.
    gl_FragDepth = 1. - NEAR / max(where_.z - max(r.b - .5, 0.) * side.y - .05, NEAR);
#endif
}

// How a line is seen: light, limb, veil or ink.
in vec3 tint, inner, where_;
in vec4 l;
in vec2 n2;
in float fade, fogged;
#if PROFILE == 1
in vec3 lamplight;
in vec2 lamp_side;
#endif
out vec4 o;
// One program a profile: 0 light, 1 body, 2 veil, 3 ink.
void main() {
    float u = l.x, v = l.y;
    float tip = smoothstep(l.w + .002, l.w - .05 * (1. - l.w) - .012, v);
    float show = l.z * tip;
    if (show < .002) discard;
    vec3 far = haze(gl_FragCoord.x / view.z - ASPECT);
#if PROFILE == 0
    float x = 1. - abs(u);
    float core = exp(-u * u * 46.), halo = x * x * x;
    o = vec4(tint * (core + .13 * halo) * show * fade * (1. - fogged), 0.);
#elif PROFILE == 1
    float a = smoothstep(1., .82, abs(u)) * show * fade;
    float bark = .6 * noise(vec2(u * 2.2, v * 26.) + where_.xy * 2.) + .4 * noise(vec2(u * 5., v * 61.) + where_.yx * 3.);
    float uu = clamp(u + .5 * (bark - .5), -1., 1.);
    vec3 n = vec3(n2 * uu, sqrt(max(1. - uu * uu, 0.)));
    float thin = smoothstep(.35, 1., abs(u));
    vec3 ambient = ambient_light(.20, .008);
    vec3 c = tint * ambient * (.5 + .9 * bark) * (.6 + .5 * n.y) * 1.8;
    c += rim.rgb * thin * pow(max(n.y, 0.), 2.) * .16 * (.3 + bark);
    float back = clamp(n.x * clamp((light_from.x - where_.x / max(where_.z, 1.) * FOCAL) * 2.5, -1., 1.) * .8 + .1, 0., 1.);
    c += glow.rgb * thin * back * (.4 + bark) * .6;
    float w = clamp(dot(n.xy, lamp_side) * .7 + .3 * n.z, 0., 1.);
    c += lamplight * w * w * (tint * 1.6 + .05 * thin) * (.4 + 1.1 * bark);
    c = mix(c, far, fogged) + inner * exp(-u * u * 5.) * (1. - fogged);
    o = vec4(c * a, a);
#elif PROFILE == 2
    float x = 1. - u * u;
    float s = .55 + .45 * fbm3(vec2(v * 5., u * 1.6));
    float a = x * x * s * show;
    o = vec4(mix(tint, far, fogged) * a, a * .35);
#else
    float x = 1. - abs(u), wisp = fbm3(vec2(v * 3.4, u * 1.5 + v));
    float a = smoothstep(0., .5, x) * show * smoothstep(.15, .55, wisp + .35 * x);
    vec3 c = tint + rim.rgb * .10 * exp(-pow((u - .62) / .13, 2.)) * wisp;
    o = vec4(mix(c, far, fogged) * a, a);
#endif
}

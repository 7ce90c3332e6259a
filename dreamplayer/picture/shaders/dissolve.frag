// The picture that goes, laid over the one that comes.
out vec4 o;
uniform sampler2D source;
uniform float rest;   // 1 all of it .. 0 gone
void main() { o = vec4(texelFetch(source, ivec2(gl_FragCoord.xy), 0).rgb, 1.) * rest; }

// The picture that goes, laid over the one that comes; half way both may be darker.
out vec4 o;
uniform sampler2D source;
uniform vec2 shares;   // of the one that goes, and of the one that comes
void main() { o = vec4(texelFetch(source, ivec2(gl_FragCoord.xy), 0).rgb * shares.x, 1. - shares.y); }

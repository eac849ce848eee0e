# shellcheck shell=bash
# The container engine, the image and the options that `build` and `run` share. Source it with Lambda's name of an
# architecture in `arch`. Also for bash 3.2 of macOS, where an empty array counts as unset.

say() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; }
stop() {
    say "$1"
    say "hint: $2"
    exit "${3:-1}"
}

case "${arch:?}" in
x86_64 | amd64) arch=x86_64 platform=linux/amd64 ;;
arm64 | aarch64) arch=arm64 platform=linux/arm64 ;;
*) stop "$arch is not an architecture of Lambda" "--arch x86_64 or --arch arm64" 64 ;;
esac

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
engine=${BREAKGLASS_ENGINE:-}
for candidate in docker podman finch; do
    [ -z "$engine" ] || break
    if command -v "$candidate" >/dev/null && "$candidate" info >/dev/null 2>&1; then engine=$candidate; fi
done
[ -n "$engine" ] ||
    stop "Docker, Podman and Finch do not answer" "start one of them; Debian with Swift needs none"

# The checkout has the same path inside, so that builds inside and outside can alternate.
options=(--rm --platform "$platform" --volume "$root:$root")
# A rootful engine would create files of root. A rootless engine maps root to the caller.
case "$(basename "$engine")" in
docker)
    [[ "$("$engine" info --format '{{.SecurityOptions}}')" = *rootless* ]] ||
        options+=(--user "$(id -u):$(id -g)")
    # Passes signals on. Other engines may lack the program that does it.
    options+=(--init)
    ;;
esac
for variable in HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy; do
    [ -z "${!variable:-}" ] || options+=(--env "$variable")
done

# shellcheck disable=SC2034
image=break-glass-build:$arch
build_image() {
    say "building the image $image with $(basename "$engine")"
    "$engine" build --platform "$platform" --tag "$image" --file "$root/build-docker/Dockerfile" "$root/lambda"
}

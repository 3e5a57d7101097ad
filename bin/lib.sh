# Common to the scripts of this folder: where Viaduc is, which JDK runs it, whether the build is fresh.
set -eu

viaduc=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$viaduc"

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# The major version of a JDK folder that has a compiler, or 0.
jdk_version() {
  [ -x "$1/bin/javac" ] || { echo 0; return; }
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  echo "${version:-0}"
}

# Sets JAVA_HOME to the first JDK 25 or newer among JAVA_HOME, /usr/lib/jvm, SDKMAN and the PATH.
find_jdk() {
  local candidate
  local path_java
  path_java=$(command -v javac || true)
  [ -z "$path_java" ] || path_java=$(dirname "$(dirname "$(readlink -f "$path_java")")")
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$path_java"; do
    if [ -n "$candidate" ] && [ "$(jdk_version "$candidate")" -ge 25 ]; then
      export JAVA_HOME=$candidate
      return
    fi
  done
  fail "Viaduc demande un JDK 25 ou plus récent, et aucun n’a été trouvé.
  Debian ou Ubuntu : paquet « temurin-25-jdk » du dépôt https://packages.adoptium.net
  Ailleurs :         https://adoptium.net, puis JAVA_HOME=/chemin/du/jdk"
}

need_build_tools() {
  command -v mvn >/dev/null || fail "Maven manque : installez le paquet « maven »."
  command -v node >/dev/null || fail "Node.js manque (il assemble les pages) : installez les paquets « nodejs » et « npm »."
  command -v npm >/dev/null || fail "npm manque : installez le paquet « npm »."
}

# Whether the file is missing or older than any source it is made from.
older_than_sources() {
  [ ! -e "$1" ] || [ -n "$(find pom.xml src/main -newer "$1" -not -path '*/node_modules/*' -print -quit)" ]
}

# Builds target/viaduc.jar when it is missing or older than the sources, and unpacks it so that it starts quickly.
build_application() {
  local app=target/app
  if older_than_sources target/viaduc.jar; then
    need_build_tools
    echo "Construction de Viaduc (la première fois, quelques minutes)…"
    mkdir -p target
    mvn -q -B -Dmaven.test.skip=true package >target/build.log 2>&1 || {
      tail -n 40 target/build.log >&2
      fail "La construction a échoué : le journal entier est dans target/build.log"
    }
    # The build is reproducible, so that the file bears a date of its own choosing.
    touch target/viaduc.jar
  fi
  if [ ! -e "$app/viaduc.jar" ] || [ target/viaduc.jar -nt "$app/viaduc.jar" ]; then
    rm -rf "$app"
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar target/viaduc.jar extract --destination "$app" >/dev/null
    touch "$app/viaduc.jar"
    remember_classes
  fi
}

# Starts once on throw-away data and asks for a page, to record which classes are needed: later starts take a third of the time.
remember_classes() {
  local scratch viaduc_pid port spoilt=
  scratch=$(mktemp -d)
  java_options
  VIADUC_DATA=$scratch VIADUC_PORT=0 VIADUC_DEMO=false VIADUC_DATABASE_URL='' "$JAVA_HOME/bin/java" "${options[@]}" \
    -XX:AOTCacheOutput=target/app/viaduc.aot -Dspring.aot.enabled=true -jar target/app/viaduc.jar >target/aot.log 2>&1 &
  viaduc_pid=$!
  until port=$(sed -n 's/^Viaduc est prêt : .*:\([0-9]*\)$/\1/p' target/aot.log) && [ -n "$port" ]; do
    kill -0 "$viaduc_pid" 2>/dev/null || break
    sleep 0.2
  done
  if [ -z "$port" ] || ! answers "$port" /sante || ! answers "$port" /connexion; then
    spoilt=yes
  fi
  kill "$viaduc_pid" 2>/dev/null || true
  wait "$viaduc_pid" || true
  rm -rf "$scratch"
  [ -z "$spoilt" ] || rm -f target/app/viaduc.aot
}

# Whether this machine gives that page.
answers() {
  local status
  exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
  printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$2" >&3
  read -r status <&3
  cat <&3 >/dev/null
  exec 3>&-
  [[ $status == *" 200"* ]]
}

# Sets the options of the virtual machine; VIADUC_JAVA_OPTIONS adds to them. What lives takes some 40 MB; pictures and imports
# may take all of the 256 for a moment, which are given back afterwards.
java_options() {
  options=(-Xms112m -Xmn64m -Xmx256m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -Xss512k
    -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
    -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8)
  # shellcheck disable=SC2206 # options are words
  [ -z "${VIADUC_JAVA_OPTIONS:-}" ] || options+=(${VIADUC_JAVA_OPTIONS})
}

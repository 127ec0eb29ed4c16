# One private server, from the first moment of its folder to the last. It is up for as long as somebody holds the
# other end of this script's standard input. When that end closes, because it is asked to or because whoever held it
# was killed, the server ends and the folder goes.
#
# sh -c SCRIPT server BIN FOLDER ARGUMENT...   The arguments are for `postgres`; the first line of the input is the
# password of the superuser `postgres`.
set -eu
umask 077
bin=$1 folder=$2
shift 2
# Whatever is started in the background loses the standard input, so it is kept as 3.
exec 3<&0 </dev/null
read -r password <&3

mkdir "$folder"
trap 'rm -rf "$folder"' EXIT
# Text is UTF-8; C.UTF-8 knows what a letter is, and plain C, where there is nothing else, only ASCII's.
if locale -a | grep -qi '^C\.utf-\{0,1\}8$'; then language=C.UTF-8; else language=C; fi
printf '%s\n' "$password" >"$folder/password"
"$bin/initdb" --pgdata="$folder/data" --username=postgres --pwfile="$folder/password" --auth=scram-sha-256 \
  --encoding=UTF8 --locale="$language" --no-sync >/dev/null
rm "$folder/password"

"$bin/postgres" -D "$folder/data" "$@" 3<&- &
server=$!
# Nothing of it is kept, so it need not write anything more: QUIT ends it at once. It is repeated because a server that
# has only just started does not listen to it yet.
{ read -r _ <&3 || true; while kill -QUIT "$server" 2>/dev/null; do sleep 0.1; done; } &
watch=$!
exec 3<&-
status=0
wait "$server" || status=$?
kill "$watch" 2>/dev/null || true
exit "$status"

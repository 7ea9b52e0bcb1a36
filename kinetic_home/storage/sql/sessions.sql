-- One row a session that started: its plan, its end where there is one, and what was said before and after it.
WITH first AS (
    SELECT session_ref, min(seq) AS seq FROM event_log WHERE kind = 'session_started' GROUP BY session_ref
),
last AS (
    SELECT session_ref, kind, max(seq) AS seq
    FROM event_log
    WHERE kind IN ('session_ended', 'checkin_given', 'effort_reported', 'note_written')
    GROUP BY session_ref, kind
),
latest AS (
    SELECT last.session_ref, log.event_id, log.kind, log.utc, log.payload
    FROM last
    INNER JOIN event_log AS log ON log.seq = last.seq
)
SELECT
    start.seq,
    start.session_ref,
    start.utc AS started_utc,
    start.utc_offset_min,
    json_extract(start.payload, '$.training_day') AS training_day,
    json_extract(start.payload, '$.plan_id') AS plan_id,
    json_extract(start.payload, '$.session') AS session_id,
    json_extract(start.payload, '$.title') AS title,
    json_extract(start.payload, '$.length_ms') AS length_ms,
    ending.utc AS ended_utc,
    json_extract(ending.payload, '$.finished') AS finished,
    json_extract(ending.payload, '$.reason') AS end_reason,
    (SELECT log.utc FROM event_log AS log WHERE log.session_ref = start.session_ref ORDER BY log.seq DESC LIMIT 1)
        AS last_utc,
    coalesce(
        (
            SELECT log.at_ms FROM event_log AS log
            WHERE log.session_ref = start.session_ref AND log.at_ms IS NOT NULL
            ORDER BY log.seq DESC LIMIT 1
        ),
        0
    ) AS last_at_ms,
    CASE WHEN pain.seq IS NULL THEN json_extract(checkin.payload, '$.pain.score') ELSE pain.value END AS pain_before,
    CASE WHEN swelling.seq IS NULL THEN json_extract(checkin.payload, '$.swelling') ELSE swelling.value END AS swelling,
    CASE WHEN sleep.seq IS NULL THEN json_extract(checkin.payload, '$.sleep_h') ELSE sleep.value END AS sleep_h,
    CASE WHEN effort.seq IS NULL THEN json_extract(rated.payload, '$.effort.score') ELSE effort.value END AS effort,
    CASE WHEN note.seq IS NULL THEN json_extract(noted.payload, '$.text') ELSE note.value END AS note
FROM first
INNER JOIN event_log AS start ON start.seq = first.seq
LEFT JOIN latest AS ending ON ending.session_ref = start.session_ref AND ending.kind = 'session_ended'
LEFT JOIN latest AS checkin ON checkin.session_ref = start.session_ref AND checkin.kind = 'checkin_given'
LEFT JOIN latest AS rated ON rated.session_ref = start.session_ref AND rated.kind = 'effort_reported'
LEFT JOIN latest AS noted ON noted.session_ref = start.session_ref AND noted.kind = 'note_written'
LEFT JOIN corrections AS pain ON pain.of_event = checkin.event_id AND pain.field = 'pain'
LEFT JOIN corrections AS swelling ON swelling.of_event = checkin.event_id AND swelling.field = 'swelling'
LEFT JOIN corrections AS sleep ON sleep.of_event = checkin.event_id AND sleep.field = 'sleep_h'
LEFT JOIN corrections AS effort ON effort.of_event = rated.event_id AND effort.field = 'effort'
LEFT JOIN corrections AS note ON note.of_event = noted.event_id AND note.field = 'text'

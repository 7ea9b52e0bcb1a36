-- Every pain score as it stands after corrections; no score where the answer was taken back.
SELECT
    log.seq,
    log.event_id,
    log.session_ref,
    log.utc,
    log.utc_offset_min,
    json_extract(log.payload, '$.moment') AS moment,
    CASE WHEN word.seq IS NULL THEN json_extract(log.payload, '$.pain.score') ELSE word.value END AS pain,
    json_extract(log.payload, '$.item') AS item,
    json_extract(log.payload, '$.exercise') AS exercise
FROM event_log AS log
LEFT JOIN corrections AS word ON word.of_event = log.event_id AND word.field = 'pain'
WHERE log.kind = 'pain_reported'

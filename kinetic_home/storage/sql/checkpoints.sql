-- Every answer about form as it stands after corrections; no answer where it was taken back.
SELECT
    log.seq,
    log.event_id,
    log.session_ref,
    log.utc,
    log.utc_offset_min,
    json_extract(log.payload, '$.item') AS item,
    json_extract(log.payload, '$.exercise') AS exercise,
    json_extract(log.payload, '$.check') AS check_id,
    json_extract(log.payload, '$.side') AS side,
    CASE WHEN clean.seq IS NULL THEN json_extract(log.payload, '$.clean') ELSE clean.value END AS clean,
    CASE WHEN aid.seq IS NULL THEN json_extract(log.payload, '$.aid') ELSE aid.value END AS aid
FROM event_log AS log
LEFT JOIN corrections AS clean ON clean.of_event = log.event_id AND clean.field = 'clean'
LEFT JOIN corrections AS aid ON aid.of_event = log.event_id AND aid.field = 'aid'
WHERE log.kind = 'checkpoint_answered'

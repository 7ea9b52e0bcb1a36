-- The last fitting correction of each answer; domain/corrections.py says the same in Python.
WITH word AS (
    SELECT
        log.seq,
        json_extract(log.payload, '$.of_event') AS of_event,
        json_extract(log.payload, '$.field') AS field,
        json_extract(log.payload, '$.value') AS value,
        json_type(log.payload, '$.value') AS type
    FROM event_log AS log
    WHERE log.kind = 'corrected'
),
fitting AS (
    SELECT word.seq, word.of_event, word.field, word.value
    FROM word
    INNER JOIN event_log AS fact ON fact.event_id = word.of_event AND fact.seq < word.seq
    WHERE CASE fact.kind || '.' || word.field
        WHEN 'checkin_given.pain' THEN type = 'null' OR (type = 'integer' AND value BETWEEN 0 AND 10)
        WHEN 'checkin_given.swelling' THEN type = 'null' OR (type = 'integer' AND value BETWEEN 0 AND 2)
        WHEN 'checkin_given.sleep_h' THEN type = 'null' OR (type IN ('integer', 'real') AND value BETWEEN 0 AND 24)
        WHEN 'bout_ended.reps_done' THEN type = 'null' OR (type = 'integer' AND value BETWEEN 0 AND 1000)
        WHEN 'pain_reported.pain' THEN type = 'null' OR (type = 'integer' AND value BETWEEN 0 AND 10)
        WHEN 'checkpoint_answered.clean' THEN type IN ('null', 'true', 'false')
        WHEN 'checkpoint_answered.aid' THEN type = 'null' OR value IN ('mirror', 'video', 'helper', 'feel')
        WHEN 'effort_reported.effort' THEN type = 'null' OR (type = 'integer' AND value BETWEEN 0 AND 10)
        WHEN 'note_written.text' THEN type IN ('null', 'text')
    END
)
SELECT of_event, field, value, max(seq) AS seq
FROM fitting
GROUP BY of_event, field

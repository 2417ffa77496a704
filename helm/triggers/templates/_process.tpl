{{/* Environment, mounts and volumes that every process of the image has: those that serve, and the job that makes topics. */}}

{{- define "triggers.env" -}}
- name: POD_NAME
  valueFrom: { fieldRef: { fieldPath: metadata.name } }
- name: POD_NAMESPACE
  valueFrom: { fieldRef: { fieldPath: metadata.namespace } }
# The process's own, and the same again after a restart: a pod of a StatefulSet keeps its name.
- name: TRIGGERS_WORKER_TRANSACTIONAL_ID
  value: $(POD_NAMESPACE).$(POD_NAME)
- name: TMPDIR
  value: /var/tmp
- name: TRIGGERS_KEYS_SECRET_FILE
  value: /run/secrets/triggers/key/{{ .Values.secrets.key.entry }}
{{- with .Values.secrets.redisPassword }}
{{- if .name }}
- name: TRIGGERS_REDIS_PASSWORD
  valueFrom: { secretKeyRef: { name: {{ .name }}, key: {{ .entry }} } }
{{- end }}
{{- end }}
{{- with .Values.secrets.redisUser }}
- name: TRIGGERS_REDIS_USER
  value: {{ . | quote }}
{{- end }}
{{- with .Values.secrets.kafkaProperties }}
{{- if .name }}
- name: TRIGGERS_KAFKA_PROPERTIES_FILE
  value: /run/secrets/triggers/kafka/{{ .entry }}
{{- end }}
{{- end }}
{{- with .Values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "triggers.mounts" -}}
- { name: config, mountPath: /etc/triggers/config, readOnly: true }
{{- if ne .Values.workspace.source "topic" }}
- { name: workspace, mountPath: /etc/triggers/workspace, readOnly: true }
{{- end }}
- { name: key, mountPath: /run/secrets/triggers/key, readOnly: true }
{{- if .Values.secrets.kafkaProperties.name }}
- { name: kafka, mountPath: /run/secrets/triggers/kafka, readOnly: true }
{{- end }}
{{- if .Values.secrets.certificates.name }}
- { name: certificates, mountPath: /run/secrets/triggers/certificates, readOnly: true }
{{- end }}
- { name: scratch, mountPath: /var/tmp }
{{- end -}}

{{- define "triggers.volumes" -}}
- name: config
  configMap: { name: {{ include "triggers.fullname" . }} }
{{- if ne .Values.workspace.source "topic" }}
- name: workspace
  configMap:
    name: {{ include "triggers.workspaceName" . }}
    items:
      {{- range include "triggers.workspacePaths" . | fromJsonArray }}
      - { key: {{ . | replace "/" "__" | quote }}, path: {{ . | quote }} }
      {{- end }}
{{- end }}
- name: key
  secret: { secretName: {{ .Values.secrets.key.name }}, defaultMode: 0440 }
{{- with .Values.secrets.kafkaProperties.name }}
- name: kafka
  secret: { secretName: {{ . }}, defaultMode: 0440 }
{{- end }}
{{- with .Values.secrets.certificates.name }}
- name: certificates
  secret: { secretName: {{ . }}, defaultMode: 0440 }
{{- end }}
- name: scratch
  emptyDir: { sizeLimit: 64Mi }
{{- end -}}

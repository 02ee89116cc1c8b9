using NJsonSchema;

namespace SesamTalk.Cli.Tests.Commands;

/// <summary>
/// What SARIF 2.1.0 (OASIS) demands of the objects that the program writes: members that must be there, and no members that the
/// standard does not know.
/// </summary>
internal static class SarifSchema
{
    // The numbers are those of the sections of the standard.
    private const string Text = """
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "description": "3.13 sarifLog",
          "type": "object", "additionalProperties": false, "required": ["version", "runs"],
          "properties": {
            "$schema": { "type": "string" },
            "version": { "enum": ["2.1.0"] },
            "runs": { "type": "array", "minItems": 1, "items": { "$ref": "#/definitions/run" } }
          },
          "definitions": {
            "run": {
              "description": "3.14",
              "type": "object", "additionalProperties": false, "required": ["tool"],
              "properties": {
                "tool": {
                  "description": "3.18",
                  "type": "object", "additionalProperties": false, "required": ["driver"],
                  "properties": { "driver": { "$ref": "#/definitions/driver" } }
                },
                "originalUriBaseIds": { "type": "object", "additionalProperties": { "$ref": "#/definitions/file" } },
                "invocations": {
                  "description": "3.20",
                  "type": "array",
                  "items": { "type": "object", "additionalProperties": false, "required": ["executionSuccessful"], "properties": { "executionSuccessful": { "type": "boolean" } } }
                },
                "columnKind": { "enum": ["utf16CodeUnits", "unicodeCodePoints"] },
                "results": { "type": "array", "items": { "$ref": "#/definitions/result" } }
              }
            },
            "driver": {
              "description": "3.19",
              "type": "object", "additionalProperties": false, "required": ["name"],
              "properties": {
                "name": { "type": "string", "minLength": 1 },
                "semanticVersion": { "type": "string", "pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+" },
                "rules": { "type": "array", "uniqueItems": true, "items": { "$ref": "#/definitions/rule" } }
              }
            },
            "rule": {
              "description": "3.49",
              "type": "object", "additionalProperties": false, "required": ["id"],
              "properties": {
                "id": { "type": "string" },
                "shortDescription": { "$ref": "#/definitions/text" },
                "help": { "$ref": "#/definitions/text" },
                "defaultConfiguration": { "type": "object", "additionalProperties": false, "properties": { "level": { "$ref": "#/definitions/level" } } }
              }
            },
            "result": {
              "description": "3.27; ruleIndex and partialFingerprints are what code hosts need",
              "type": "object", "additionalProperties": false, "required": ["message", "ruleId", "ruleIndex", "locations", "partialFingerprints"],
              "properties": {
                "ruleId": { "type": "string" },
                "ruleIndex": { "type": "integer", "minimum": 0 },
                "level": { "$ref": "#/definitions/level" },
                "message": { "$ref": "#/definitions/text" },
                "locations": { "type": "array", "minItems": 1, "items": { "$ref": "#/definitions/location" } },
                "relatedLocations": { "type": "array", "uniqueItems": true, "items": { "$ref": "#/definitions/location" } },
                "partialFingerprints": { "type": "object", "minProperties": 1, "additionalProperties": { "type": "string" } },
                "fixes": { "type": "array", "uniqueItems": true, "items": { "$ref": "#/definitions/fix" } }
              }
            },
            "location": {
              "description": "3.28",
              "type": "object", "additionalProperties": false,
              "properties": {
                "message": { "$ref": "#/definitions/text" },
                "physicalLocation": {
                  "description": "3.29",
                  "type": "object", "additionalProperties": false, "required": ["artifactLocation"],
                  "properties": { "artifactLocation": { "$ref": "#/definitions/file" }, "region": { "$ref": "#/definitions/region" } }
                }
              }
            },
            "fix": {
              "description": "3.55",
              "type": "object", "additionalProperties": false, "required": ["artifactChanges"],
              "properties": {
                "description": { "$ref": "#/definitions/text" },
                "artifactChanges": {
                  "type": "array", "minItems": 1,
                  "items": {
                    "description": "3.56",
                    "type": "object", "additionalProperties": false, "required": ["artifactLocation", "replacements"],
                    "properties": {
                      "artifactLocation": { "$ref": "#/definitions/file" },
                      "replacements": {
                        "type": "array", "minItems": 1,
                        "items": {
                          "description": "3.57",
                          "type": "object", "additionalProperties": false, "required": ["deletedRegion"],
                          "properties": { "deletedRegion": { "$ref": "#/definitions/region" }, "insertedContent": { "$ref": "#/definitions/text" } }
                        }
                      }
                    }
                  }
                }
              }
            },
            "file": {
              "description": "3.4",
              "type": "object", "additionalProperties": false,
              "properties": { "uri": { "type": "string", "pattern": "^[^\\\\ ]+$" }, "uriBaseId": { "type": "string" }, "description": { "$ref": "#/definitions/text" } }
            },
            "region": {
              "description": "3.30: lines and columns count from 1, and endColumn is behind the last character",
              "type": "object", "additionalProperties": false, "required": ["startLine"],
              "properties": {
                "startLine": { "type": "integer", "minimum": 1 }, "startColumn": { "type": "integer", "minimum": 1 },
                "endLine": { "type": "integer", "minimum": 1 }, "endColumn": { "type": "integer", "minimum": 1 }
              }
            },
            "level": { "enum": ["none", "note", "warning", "error"] },
            "text": { "type": "object", "additionalProperties": false, "required": ["text"], "properties": { "text": { "type": "string", "minLength": 1 } } }
          }
        }
        """;

    /// <summary>What is wrong with a document; nothing where it is as it should be.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(string document) =>
        [.. (await JsonSchema.FromJsonAsync(Text)).Validate(document).Select(fault => $"{fault.Path}: {fault.Kind}")];
}
